import type { components, operations } from './schema';

type Schemas = components['schemas'];

export type Accepted = Schemas['Accepted'];
export type ApiToken = Schemas['ApiToken'];
export type AuditEntry = Schemas['AuditEntry'];
export type BlackoutMade = Schemas['BlackoutMade'];
export type BrokenRule = Schemas['BrokenRule'];
export type CalendarFeed = Schemas['CalendarFeed'];
export type DriftItem = Schemas['DriftItem'];
export type GuestRecord = Schemas['GuestRecord'];
export type Pool = Schemas['Pool'];
export type NewPool = Schemas['NewPool'];
export type Claim = Schemas['Claim'];
export type Cluster = Schemas['Cluster'];
export type Delivery = Schemas['Delivery'];
export type Grant = Schemas['Grant'];
export type Group = Schemas['Group'];
export type GroupMember = Schemas['GroupMember'];
export type GroupPage = Schemas['GroupPage'];
export type GroupStatus = Schemas['GroupStatus'];
export type Guest = Schemas['Guest'];
export type GuestChanges = Schemas['GuestChanges'];
export type GuestDetail = Schemas['GuestDetail'];
export type GuestEnd = Schemas['GuestEnd'];
export type GuestType = Schemas['GuestType'];
export type History = components['responses']['History']['content']['application/json'];
export type AvailableAddresses = Schemas['AvailableAddresses'];
export type AddressRange = Schemas['AddressRange'];
export type DeviceInterface = Schemas['DeviceInterface'];
export type DevicePage = Schemas['DevicePage'];
export type Invitation = Schemas['Invitation'];
export type HeldObject = Schemas['HeldObject'];
export type HeldOfPrefix = Schemas['HeldOfPrefix'];
export type InventoryFilters = Schemas['InventoryFilters'];
export type InventoryVlan = Schemas['InventoryVlan'];
export type IpAddress = Schemas['IpAddress'];
export type Me = Schemas['Me'];
export type NetBoxDevice = Schemas['NetBoxDevice'];
export type NetBoxStatus = Schemas['NetBoxStatus'];
export type Network = Schemas['Network'];
export type NewBlackout = Schemas['NewBlackout'];
export type NewClaim = Schemas['NewClaim'];
export type NewGroup = Schemas['NewGroup'];
export type NewMember = Schemas['NewMember'];
export type NewReservation = Schemas['NewReservation'];
export type NewWaitingEntry = Schemas['NewWaitingEntry'];
export type NewWebhook = Schemas['NewWebhook'];
export type Node = Schemas['Node'];
export type Notice = Schemas['Notice'];
export type NoticeKind = Schemas['NoticeKind'];
export type Operation = Schemas['Operation'];
export type OperationKind = Schemas['OperationKind'];
export type OperationStatus = Schemas['OperationStatus'];
export type OperationStep = Operation['steps'][number];
export type OrderedGuest = Schemas['OrderedGuest'];
export type Owner = Schemas['Owner'];
export type Person = Schemas['Person'];
export type PersonChange = Schemas['PersonChange'];
export type Placement = Schemas['Placement'];
export type Prefix = Schemas['Prefix'];
export type PrefixPage = Schemas['PrefixPage'];
export type Preferences = Schemas['Preferences'];
export type PreferencesChange = Schemas['PreferencesChange'];
export type Problem = Schemas['Problem'];
export type Quota = Schemas['Quota'];
export type Quotas = Schemas['Quotas'];
export type Reach = Schemas['Reach'];
export type Reservation = Schemas['Reservation'];
export type ReservationAct = Schemas['ReservationAct'];
export type ReservationChange = Schemas['ReservationChange'];
export type ExtendUntil = Schemas['ExtendUntil'];
export type ReservationOverlap = Schemas['ReservationOverlap'];
export type ReservationEvent = Schemas['ReservationEvent'];
export type ReservationEventPage = Schemas['ReservationEventPage'];
export type ReservationPart = Schemas['ReservationPart'];
export type ReservationPhase = Schemas['ReservationPhase'];
export type ReservationPreview = Schemas['ReservationPreview'];
export type ReservationSeriesSheet = Schemas['Series'];
export type ReservationStatus = Schemas['ReservationStatus'];
export type SeriesDate = Schemas['SeriesDate'];
export type Resource = Schemas['Resource'];
export type ResourceKind = Schemas['ResourceKind'];
export type Right = Schemas['Right'];
export type Rights = Schemas['Rights'];
export type Role = Schemas['Role'];
export type Room = Schemas['Room'];
export type Session = Schemas['Session'];
export type SignInWays = Schemas['SignInWays'];
export type Standing = Schemas['Standing'];
export type Storage = Schemas['Storage'];
export type Suggestion = Schemas['Suggestion'];
export type Task = Schemas['Task'];
export type Team = Schemas['Team'];
export type Template = Schemas['CatalogTemplate'];
export type WaitingEntry = Schemas['WaitingEntry'];
export type WaitingPlace = Schemas['WaitingPlace'];
export type Webhook = Schemas['Webhook'];
export type WebhookChange = Schemas['WebhookChange'];
export type WebhookEvent = Schemas['WebhookEvent'];

export type About = operations['about']['responses'][200]['content']['application/json'];
export type AuditFilter = NonNullable<operations['listAudit']['parameters']['query']>;
export type AddressFilter = NonNullable<operations['listIpAddresses']['parameters']['query']>;
export type DeviceFilter = NonNullable<operations['listDevices']['parameters']['query']>;
export type PrefixFilter = NonNullable<operations['listPrefixes']['parameters']['query']>;
export type VlanFilter = NonNullable<operations['listVlans']['parameters']['query']>;
export type AuditPage = operations['listAudit']['responses'][200]['content']['application/json'];
export type OperationFilter = NonNullable<operations['listOperations']['parameters']['query']>;
export type OperationPage = operations['listOperations']['responses'][200]['content']['application/json'];
export type ReservationFilter = NonNullable<operations['listReservations']['parameters']['query']>;
export type PlacementFilter = NonNullable<operations['findPlacement']['parameters']['query']>;
export type Timeframe = History['timeframe'];

/** How a guest's type is called in addresses: those of the API and those of the pages. */
export type Kind = 'vms' | 'lxc';

export const kindOf = (type: GuestType): Kind => (type === 'qemu' ? 'vms' : 'lxc');
export const typeOf = (kind: Kind): GuestType => (kind === 'vms' ? 'qemu' : 'lxc');

/** What names a guest in addresses. */
export type GuestName = { node: string; kind: Kind; vmid: number };

export const guestPath = (guest: { node: string; type: GuestType; vmid: number }): string =>
  `/guests/${encodeURIComponent(guest.node)}/${kindOf(guest.type)}/${guest.vmid}`;

/** A guest's configuration by Proxmox's keys; the contract names only those that are never in it. */
export const configOf = ({ config }: GuestDetail): Record<string, unknown> => config;
