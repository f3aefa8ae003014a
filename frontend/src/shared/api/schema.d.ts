// Written by "npm run api" from the parts of openapi.yaml.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The web UI
         * @description The page that loads the web UI.
         */
        get: operations["start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What runs here
         * @description Open to everybody, so that a page can show it before the sign-in.
         */
        get: operations["about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what
         * @description In pages; all conditions have to hold.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All entries as JSON lines
         * @description All that match, without pages.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When things are free
         * @description Times from `from` on in which all that `claims` asks for is free for so many `minutes`, and for what a booking holds before and after them
         *     (`lead_minutes`, `grace_minutes`, and what is usual for its `guests`): a booking of such a time is accepted, unless somebody is faster or a rule of
         *     reserving forbids it. One call looks 92 days ahead at most; `next` is where to go on. `POST` takes the same as a body, for more claims than fit in an address.
         */
        get: operations["showAvailability"];
        put?: never;
        /**
         * When things are free, for long questions
         * @description The same as `GET`. Nothing is changed.
         */
        post: operations["findAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blackouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Times in which nothing can be booked, the earliest first
         * @description Those that touch the time from `start` to `end`. They are reservations of the kind `blackout`, and stand among the others too. A bare array; `X-Total-Count`
         *     says how many there are in all, and `Link` leads to the next page.
         */
        get: operations["listBlackouts"];
        put?: never;
        /**
         * Close something for a time
         * @description Nobody can book what is closed, also no date of a series. Reservations that are in the way: with `refuse` nothing is closed, and the answer is `409`
         *     (`reservation-conflict`) with all of them; with `keep` they stay, and only the time that they leave is closed; with `cancel` they are cancelled, with the title of the blackout as their reason.
         *     Other blackouts always stay. A blackout is not moved: remove it and make another.
         */
        post: operations["makeBlackout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blackouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Open it again
         * @description What was closed can be booked again at once. What was cancelled for it stays cancelled.
         */
        delete: operations["removeBlackout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{secret}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret of the feed's address. */
                secret: string;
            };
            cookie?: never;
        };
        /**
         * Read a feed
         * @description For calendars, which need no sign-in: the address lets in whoever knows it. It may be read 60 times an hour (`throttled`), and shows what the owner may see now; private reservations of others are `Reserved`.
         */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The own feeds
         * @description Without their addresses, of which only a digest is kept.
         */
        get: operations["listFeeds"];
        put?: never;
        /**
         * Make a feed
         * @description Needs a session of a browser. Whoever has the address reads what its owner may see; it is shown in this answer only.
         */
        post: operations["makeFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the list gives it. */
                id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke one of the own feeds
         * @description Its address is unknown at once.
         */
        delete: operations["revokeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events
         * @description The first event is `hello` with `{"latest": number, "resumed": boolean}`; `resumed` is false when the client should read afresh what it
         *     shows. Then come `operation`, `group`, `reservation`, `waiting`, `notice`, `webhook`, `allocation` (of an address) and `record` (of a guest in NetBox; subject: its id), `guest` (subject: `cluster/node/kind/vmid`, such as `main/pve1/qemu/105`) and `cluster`
         *     (subject: `main/nodes` when a node came or went, `main/guests` when more guests changed at once than are worth naming), each with
         *     `{"type", "subject"}`. There is one cluster, called `main`. What it is now, the client asks
         *     for. Changes that others make in Proxmox are told while someone listens; those have no `id`. A comment line every 15 seconds keeps the connection open. A browser resumes by itself with
         *     `Last-Event-ID`; a client that reads too slowly is disconnected and resumes the same way.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Groups of operations, newest first
         * @description In pages, without their members; all conditions have to hold.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Order many changes as one
         * @description Each member becomes an operation of its own when its turn comes: at most `wave` of them are under way at once. Members are checked now, as
         *     the order of each by itself is; one that is refused then or later is kept with the reason, and the others go on. A wrong field refuses
         *     the whole request, as does a guest that is named twice. With `then`, the guests of all members that ended well are started once the last
         *     member's order has ended. What you may do is decided now.
         */
        post: operations["orderGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group. */
                id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        /**
         * One group with its members
         * @description As it is now; ask again, or listen to the events, to follow it.
         */
        get: operations["showGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group. */
                id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order no more of a group
         * @description Members whose turn has not come are never ordered, queued operations end at once, and running ones are asked to end, as when each is
         *     cancelled by itself. For whoever ordered the group, and operators. A group that has ended is refused with `wrong-state`.
         */
        post: operations["cancelGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the program is, for operators
         * @description The parts of `/health/ready`, and what is done periodically: when each duty was last done, what was last wrong with it, and when it is done next. Duties of the lab are done once, by whichever process is first; those of a process are the ones of the process that answers.
         */
        get: operations["showHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses that were taken
         * @description Those that are not given back, by address.
         */
        get: operations["listAllocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/allocations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The allocation's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000061
                 */
                id: components["parameters"]["AllocationId"];
            };
            cookie?: never;
        };
        /**
         * An address that was taken
         * @description Also for some time after it was given back.
         */
        get: operations["showAllocation"];
        put?: never;
        post?: never;
        /**
         * Give an address back
         * @description Only one's own, and only while it is for no guest (`wrong-state`): a guest's is given back when the guest is gone. It is removed from NetBox, where it still carries Direttore's tag.
         */
        delete: operations["releaseAllocation"];
        options?: never;
        head?: never;
        /**
         * Hold an address longer, or shorter
         * @description Only one's own, and only while it is for no guest (`wrong-state`), which keeps it as long as it is there.
         */
        patch: operations["prolongAllocation"];
        trace?: never;
    };
    "/api/inventory/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices of NetBox
         * @description NetBox's own objects as it wrote them, from the copy; all conditions have to hold. A bare array by name and id; `X-Total-Count` says how many there are in all, and `Link` leads to the next page.
         */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        /**
         * A device with its interfaces and addresses
         * @description `device` is NetBox's own object with its config context as NetBox renders it; interfaces come in the order of their names, numbers within them counted, each with its addresses.
         */
        get: operations["showDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where Proxmox and NetBox say different things
         * @description Guests of Proxmox and virtual machines of the copy of NetBox, in the cluster of that name: what only one of them has, and what both have with different facts. Without Direttore's mark a virtual machine is told from others by its name alone, and has no remedy: it is somebody else's. What was recorded after the copy was read is not judged; while the guests cannot be read, none is called gone.
         */
        get: operations["listDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What inventories can be filtered by
         * @description Sites, roles, platforms, groups, VRFs, tags and statuses, of those that something has or that NetBox knows.
         */
        get: operations["listInventoryFilters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has things of NetBox
         * @description Of as many objects as a page of a list has: who has reserved each now and who is next within 31 days, and of an address by what it was taken here. What nobody has, will have or took is left out. All of it is as it is now, however old the copy of NetBox is.
         */
        get: operations["listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/ip-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses of NetBox
         * @description A bare array by address, the global table first; all conditions have to hold. `X-Total-Count` says how many there are in all, and `Link` leads to the next page. `prefix` finds whatever lies in that network of any VRF, `prefix_id` what lies in that prefix and its VRF.
         */
        get: operations["listIpAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/netbox-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether NetBox answers
         * @description Answered from what was last heard of NetBox, which is asked at most a few times a minute however many look here. `reachable` with `version` and `url`, or else `reason`.
         *     `copy` says how old what the other addresses answer is, and is null while nothing was read yet.
         */
        get: operations["showNetBox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/prefixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prefixes of NetBox
         * @description A bare array, the global table first, each VRF by network, so that a prefix comes right before those within it; `depth` says how many are around it. `X-Total-Count` says how many there are in all, and `Link` leads to the next page.
         */
        get: operations["listPrefixes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/prefixes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        /**
         * A prefix with what is around it and within it
         * @description `parents` are those around it, the widest first; `children` those right below it; `ranges` the ranges that begin in it. Its addresses are `GET /api/inventory/ip-addresses?prefix_id=`.
         */
        get: operations["showPrefix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/prefixes/{id}/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the next free address of a prefix
         * @description By the rules of `available`, and never what a reservation claims. The address is written to NetBox as reserved, with the tag `direttore` and the allocation's id in its description, and held until `until`, an hour by default, seven days at most; then it is given back, unless an order of a guest names the allocation (`nics[].allocations`).
         *     Where NetBox has the address already, the next one is taken. `409` where the prefix has none left, or nothing is written to NetBox here (`NETBOX_WRITE`); `503` where NetBox did not do it in time, in which case nothing is held.
         */
        post: operations["allocateAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/prefixes/{id}/available": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        /**
         * The next free addresses of a prefix
         * @description By the rules by which addresses are given here: never the network, the broadcast or the gateway, never the subnet-router anycast address of IPv6 (the first one), nothing that NetBox has with whatever mask in the same VRF,
         *     nothing within a prefix below it, and nothing of a range that is reserved, for DHCP or populated. `none_because` says why there are none. Nothing is taken by asking.
         */
        get: operations["listAvailable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/prefixes/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        /**
         * Who has which addresses of a prefix
         * @description `claims` are what reservations have of it now or in the next 31 days, be it single addresses or ranges, 2,000 at the most; `allocations` the addresses that were taken of its VRF here. All of it is as it is now, however old the copy of NetBox is.
         */
        get: operations["listHeldOfPrefix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Guests that NetBox is to have
         * @description Each guest that Direttore makes is recorded in NetBox as a virtual machine with its interfaces, MAC addresses and addresses, kept up to date, and removed with it, where something is written to NetBox (`NETBOX_WRITE`). NetBox away holds up no guest; what it is to have is written once it answers.
         */
        get: operations["listRecords"];
        put?: never;
        /**
         * Record a guest that Direttore did not make
         * @description `409` where it is recorded already, is a template or is being made, or nothing is written to NetBox here (`NETBOX_WRITE`). An object of NetBox that Direttore did not make stays as it is, whatever its name.
         */
        post: operations["recordGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The record's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000001
                 */
                id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        /**
         * What NetBox is to have of a guest
         * @description Also for some time after it was removed.
         */
        get: operations["showRecord"];
        put?: never;
        post?: never;
        /**
         * Remove what NetBox has of a guest
         * @description The guest stays. What somebody else hung on its virtual machine would go with it, so that nothing is removed while there is something of that kind.
         */
        delete: operations["removeRecord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/records/{id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The record's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000001
                 */
                id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write all of a guest to NetBox again
         * @description Over what others changed of its virtual machine there, which else stays as they left it. Only what carries Direttore's mark is written to.
         */
        post: operations["repairRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/vlans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * VLANs of NetBox
         * @description A bare array by site, group and number; all conditions have to hold. `X-Total-Count` says how many there are in all, and `Link` leads to the next page.
         */
        get: operations["listVlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/allowance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may put guests on
         * @description Bridges, VLANs and storages, for guests without a team and for those of your teams.
         */
        get: operations["myAllowance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password
         * @description Needs a session of a browser; all other sessions end, and the API tokens where that is asked for.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you prefer
         * @description The zone and the language in which times are told you, and whether by mail.
         */
        get: operations["showPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what you prefer
         * @description What is sent as null is as it is for the lab again; what is not sent stays.
         */
        patch: operations["changePreferences"];
        trace?: never;
    };
    "/api/me/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much you and your teams may have, and have
         * @description The guests that count are yours and those of your teams.
         */
        get: operations["myQuota"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be changed by whom asks
         * @description For pages that offer only what will be taken.
         */
        get: operations["showReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The own sessions
         * @description So that one that is not known can be ended.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the list gives it. */
                id: components["parameters"]["AccessId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of the own sessions
         * @description Needs a session of a browser.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The own API tokens
         * @description Without their secrets, which are not kept.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make an API token
         * @description Needs a session of a browser. The secret is shown in this answer only.
         */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the list gives it. */
                id: components["parameters"]["AccessId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke one of the own API tokens
         * @description Needs a session of a browser. It ends at once.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you should know of your reservations
         * @description Of those of yourself and of your teams, in the last day; what is near its end, has to be checked in to or was returned as nobody did, was cancelled by somebody else, is offered, or lacks some of its guests; of those of yourself what somebody else booked for you; of what you asked for, that it or a change of it was approved or refused, or that nobody approved it in time; and, however long ago it was asked for, what waits for an approval that you may give. Only what is true still, and was not put away.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id, as the list gives it.
                 * @example 12
                 */
                id: number;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a notice away
         * @description It is not listed for you any more, in none of your windows.
         */
        post: operations["putNoticeAway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Operations, newest first
         * @description In pages; all conditions have to hold.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the operation. */
                id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        /**
         * One operation with its steps and the end of its log
         * @description As it is now; ask again, or listen to the events, to follow it.
         */
        get: operations["showOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the operation. */
                id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an operation early
         * @description A queued operation is cancelled at once, and so is one whose worker is silent before it began any step. Another running one is asked
         *     to end, which `cancel_requested` shows; where Proxmox cannot stop its
         *     task, the operation goes on and says so. One that has ended otherwise is refused with `wrong-state`.
         */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the operation. */
                id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order the same again
         * @description Makes a new operation of a failed or cancelled one, with the same order; others are refused with `wrong-state`. Secrets are forgotten when an
         *     operation ends: those that `secrets` lists have to be sent again, and one that is missing is refused by name. An operation that had made its
         *     guest goes on in that guest from the step that failed, without the secrets that the guest has already.
         */
        post: operations["retryOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has which guest
         * @description Guests that nobody has are not among them.
         */
        get: operations["listOwners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owners/{vmid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a guest over
         * @description To another person, and to a team or none. Who gets it must be able to change it there, and have room for it in their quota.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owners/{vmid}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a guest back
         * @description To whom it was forgotten of when it was taken for gone.
         */
        post: operations["restoreOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owners/former": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who had which guest
         * @description Guests that were taken for gone and belong to nobody now; somebody who may change such a guest can give it back.
         */
        get: operations["listFormerOwners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who may sign in
         * @description With their roles and teams.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Add somebody
         * @description Answers with a one-time link to send to them; it lets them set a password.
         */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        /**
         * One of the people
         * @description With their roles and teams.
         */
        get: operations["showPerson"];
        put?: never;
        /**
         * Change what somebody may do, or whether they may sign in
         * @description What is left out stays as it is. It holds at once, for sessions and tokens too.
         */
        post: operations["changePerson"];
        /**
         * Delete somebody for good
         * @description Ends their sessions and API tokens, and takes away their password, links, roles, teams and quota, and who they are at the OpenID provider; whoever still is in a group there that may use this lab can come in anew, under another name. Refused while they have guests or an operation of theirs goes on, for the last administrator, and for oneself. What they did and ordered keeps their name, which nobody gets again.
         */
        delete: operations["deletePerson"];
        options?: never;
        head?: never;
        /**
         * Change what somebody may do, or whether they may sign in
         * @description The same as `POST`. What is left out stays as it is. It holds at once, for sessions and tokens too.
         */
        patch: operations["patchPerson"];
        trace?: never;
    };
    "/api/people/{person}/link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new one-time sign-in link for somebody
         * @description For somebody who lost the first one, or their password.
         */
        post: operations["inviteAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        /**
         * How much somebody may have, and has
         * @description Their own bounds, or those for everybody.
         */
        get: operations["showPersonQuota"];
        put?: never;
        /**
         * Bound what somebody may have
         * @description Replaces the bounds that they had. Guests over it stay; new orders are refused.
         */
        post: operations["setPersonQuota"];
        /**
         * Go back to the bounds for everybody
         * @description Takes away the bounds of their own.
         */
        delete: operations["clearPersonQuota"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        /**
         * What somebody may do, and why not more
         * @description Each right with a sentence that says why.
         */
        get: operations["showRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign somebody out everywhere
         * @description Ends all of their sessions. They can sign in again unless they are disabled; their API tokens go on.
         */
        delete: operations["endPersonSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        /**
         * Somebody's API tokens
         * @description Without their secrets, which are not kept.
         */
        get: operations["listPersonTokens"];
        put?: never;
        post?: never;
        /**
         * Revoke all of somebody's API tokens
         * @description Programs that use one of them are refused from then on.
         */
        delete: operations["revokePersonTokens"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All rules of reserving
         * @description The general ones, and those of teams that have their own.
         */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/general": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules for all
         * @description Null where there are none.
         */
        get: operations["showGeneralPolicy"];
        /**
         * Set the rules for all
         * @description In place of those before. A rule that is left out says nothing. What is booked stays as it is; later changes of it are held against the new rules, as far as they change it.
         */
        put: operations["setGeneralPolicy"];
        post?: never;
        /**
         * Take the rules for all away
         * @description From then on nothing is ruled but for teams that have rules of their own.
         */
        delete: operations["clearGeneralPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        /**
         * The rules of a team
         * @description Null where there are none.
         */
        get: operations["showTeamPolicy"];
        /**
         * Set the rules of a team
         * @description In place of those before. A rule that is left out says nothing. What is booked stays as it is; later changes of it are held against the new rules, as far as they change it.
         */
        put: operations["setTeamPolicy"];
        post?: never;
        /**
         * Take the rules of a team away
         * @description From then on the general ones hold for it.
         */
        delete: operations["clearTeamPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pools of guests
         * @description Parts of nodes that are counted in guests. Reservations claim so many VMs and containers of one; while they hold them, those whose
         *     reservation it is make no more guests on its node. A bare array.
         */
        get: operations["listPools"];
        put?: never;
        /**
         * Make a pool
         * @description Of a node that there is.
         */
        post: operations["addPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        /**
         * One pool
         * @description As it is now; who has of it when is told as of any resource.
         */
        get: operations["showPool"];
        put?: never;
        post?: never;
        /**
         * Remove a pool
         * @description Not while anything of it is reserved.
         */
        delete: operations["removePool"];
        options?: never;
        head?: never;
        /**
         * Change a pool
         * @description Fields that are left out stay. What is reserved of it stays, even where it has less now; while anything is, its name and its node cannot change.
         */
        patch: operations["changePool"];
        trace?: never;
    };
    "/api/proxmox/cluster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cluster as a whole
         * @description Name, version and whether enough nodes are online for changes, from the last snapshot.
         */
        get: operations["showCluster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * VMs and containers of all nodes
         * @description From the last snapshot of the cluster; what runs outside Direttore is among them. The whole list comes with a cursor, for `/api/proxmox/guests/changes`.
         */
        get: operations["listGuests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/guests/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed in the list of guests
         * @description Since an `X-Snapshot-Cursor` of the whole list or the `cursor` of an earlier answer, as far as lists show it: a guest of which only
         *     figures changed is among `figures`, and one whose uptime merely grew is left out. Cursors hold for one process of the API; one that
         *     it does not know gets all guests, with `complete`.
         */
        get: operations["listGuestChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All nodes of the cluster
         * @description With their load, from the last snapshot of the cluster.
         */
        get: operations["listNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * Load of a node over time
         * @description Averages that Proxmox keeps, read from it at most every 30 seconds.
         */
        get: operations["nodeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * Containers of a node
         * @description From the last snapshot of the cluster; templates are among them.
         */
        get: operations["listContainers"];
        put?: never;
        /**
         * Make a container
         * @description Checks the order against the node, then answers with the operation that makes the container and, where it is asked for, starts it.
         */
        post: operations["createContainer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Configuration and status of a container, read now
         * @description Asks Proxmox, so that it is current; secrets are left out.
         */
        get: operations["showContainer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `start`; `stop` pulls the plug; `shutdown` asks the guest to end by itself; `reboot`; `resume` lets a paused VM go on; `delete` removes the guest with its disks. A guest
                 *     that the HA manager holds is taken out of its hands before it is deleted.
                 */
                action: components["parameters"]["Action"];
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start, stop, reboot, shut down or delete a container
         * @description Answers with the operation that does it.
         */
        post: operations["actOnContainer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Load of a container over time
         * @description Averages that Proxmox keeps, read from it at most every 30 seconds.
         */
        get: operations["containerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * What goes with the deletion of a container, read now
         * @description To be shown before somebody deletes the container.
         */
        get: operations["showContainerRemoval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Snapshots of a container, read now
         * @description Says too whether another can be taken, and why not.
         */
        get: operations["listContainerSnapshots"];
        put?: never;
        /**
         * Take a snapshot of a container
         * @description Answers with the operation that takes it.
         */
        post: operations["takeContainerSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots/{snapshot}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a snapshot of a container
         * @description The guest keeps its present state.
         */
        delete: operations["deleteContainerSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots/{snapshot}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a container back to a snapshot
         * @description What has changed since the snapshot is lost.
         */
        post: operations["rollBackContainer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/networks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * Bridges and VNets that guests of a node can be plugged into
         * @description Their names are what `bridge` of a network card takes.
         */
        get: operations["listNetworks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/storage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * Storages of a node that hold disks of guests
         * @description With the space that is left, as this node sees them.
         */
        get: operations["listStorages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * Tasks of a node, newest first, read now
         * @description Whoever began them.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * What guests of a node can be made from
         * @description Installation images and container archives of every storage of the node, and the templates on it that can be cloned.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        /**
         * VMs of a node
         * @description From the last snapshot of the cluster; templates are among them.
         */
        get: operations["listVms"];
        put?: never;
        /**
         * Make a VM, with an empty disk or from a template
         * @description Checks the order against the node, then answers with the operation that makes the VM and, where it is asked for, starts it.
         */
        post: operations["createVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Configuration and status of a VM, read now
         * @description Asks Proxmox, so that it is current; secrets are left out.
         */
        get: operations["showVm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `start`; `stop` pulls the plug; `shutdown` asks the guest to end by itself; `reboot`; `resume` lets a paused VM go on; `delete` removes the guest with its disks. A guest
                 *     that the HA manager holds is taken out of its hands before it is deleted.
                 */
                action: components["parameters"]["Action"];
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start, stop, reboot, shut down or delete a VM
         * @description Answers with the operation that does it.
         */
        post: operations["actOnVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Load of a VM over time
         * @description Averages that Proxmox keeps, read from it at most every 30 seconds.
         */
        get: operations["vmHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * What goes with the deletion of a VM, read now
         * @description To be shown before somebody deletes the VM.
         */
        get: operations["showVmRemoval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Snapshots of a VM, read now
         * @description Says too whether another can be taken, and why not.
         */
        get: operations["listVmSnapshots"];
        put?: never;
        /**
         * Take a snapshot of a VM
         * @description Answers with the operation that takes it.
         */
        post: operations["takeVmSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}/snapshots/{snapshot}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a snapshot of a VM
         * @description The guest keeps its present state.
         */
        delete: operations["deleteVmSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/nodes/{node}/vms/{vmid}/snapshots/{snapshot}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a VM back to a snapshot
         * @description What has changed since the snapshot is lost.
         */
        post: operations["rollBackVm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which nodes can take a guest
         * @description Asks each node by the checks that the order would have to pass, without the VMID, the owner's quota, the bridges and a chosen storage. At most one of `clone_from`, `iso` and `template` is given; without any, it is a VM with an empty disk and nothing in the drive.
         */
        get: operations["findPlacement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much room each node has left
         * @description Guests that run hold the processors and the memory that they are configured with, whether they use them now or not. How much of a node may be promised is set by `CPU_OVERCOMMIT` and `MEMORY_OVERCOMMIT`.
         */
        get: operations["showRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/tasks/{node}/{upid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /** @description The task's id, such as it came in an answer; `:` and `!` may be percent-encoded. */
                upid: components["parameters"]["Upid"];
            };
            cookie?: never;
        };
        /**
         * A task of Proxmox, read now
         * @description Whoever began it; the last lines of its log come with it.
         */
        get: operations["showTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/tasks/{node}/{upid}/log": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /** @description The task's id, such as it came in an answer; `:` and `!` may be percent-encoded. */
                upid: components["parameters"]["Upid"];
            };
            cookie?: never;
        };
        /**
         * Lines of a task's log, read now
         * @description As many lines as are asked for, from where it is asked.
         */
        get: operations["showTaskLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What guests can be made from, on any node
         * @description Each image, archive and template of the cluster once, with the nodes that have it. A node or storage that does not answer is named in `X-Snapshot-Trouble`, and the rest is there.
         */
        get: operations["listAllTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/vmids/{vmid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        /**
         * Whether a VMID is free for a new guest
         * @description Answers for the moment only and reserves nothing.
         */
        get: operations["checkVmid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proxmox/vmids/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The VMID that a new guest would get now
         * @description A suggestion that reserves nothing; another order may take it meanwhile.
         */
        get: operations["nextVmid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much everybody may have, and has
         * @description People and teams with what they may have and have.
         */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotas/everybody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bound everybody who has no quota of their own
         * @description Holds for each person alone, not for all together.
         */
        post: operations["setQuotaForEverybody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservations, the earliest first
         * @description Those that touch the time from `start` to `end`, without the cancelled ones unless `status` asks for them; all conditions have to hold. A list is a
         *     bare array; `X-Total-Count` says how many there are in all, and `Link` leads to the next page.
         *     Others' private reservations come with the title `Reserved` and without requester and notes.
         */
        get: operations["listReservations"];
        put?: never;
        /**
         * Book
         * @description Everything that is claimed is decided at once: it is free for the whole time and stays so, or nothing is booked and the answer is `409`
         *     (`reservation-conflict`) with what is in the way and what is free instead. A body without `claims` means the whole of `proxmox_node`; with `vmid`
         *     that guest; with neither only the entry in the calendar. A time without an offset is taken in `time_zone`, or else in the lab's zone
         *     (`TIME_ZONE`); one that a change of clocks skips is refused. `requester` may only name yourself, unless you are an operator.
         *     Whose role holds on one node books what is on it: the node, its guests, pools and storages, also a storage that other nodes share.
         *     With `dry_run` nothing is booked: the answer is `200` with what would be.
         */
        post: operations["bookReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        /**
         * One reservation
         * @description As it is now; ask again, or listen to the events, to follow it.
         */
        get: operations["showReservation"];
        put?: never;
        post?: never;
        /**
         * Cancel it
         * @description It is kept as `cancelled`, and what it claims is free again as soon as nothing of it is in use. With `scope` also other occurrences of its series.
         *     One that is over is not cancelled any more: it stays as it ended.
         */
        delete: operations["cancelReservation"];
        options?: never;
        head?: never;
        /**
         * Change, move or resize it
         * @description Fields that are left out stay. What is claimed, and when, is decided as a booking is: a change that is in the way of others is answered `409`
         *     (`reservation-conflict`), and the reservation stays as it was. `status` may be set to `cancelled`, as `DELETE` does, or to `completed`, as `return` does.
         *     For whoever has it, their team and operators. To whom it was handed over, it belongs with what it claims: texts and times are theirs to change also where
         *     they could not book that. What it claims besides, or for another team, they have to be allowed to book.
         *
         *     `guests` is all that it shall bring, instead of what it brought. Before any of it is made, it is decided as with a booking: what is claimed of nodes, of storages
         *     and of what its person and team may have follows, unless `claims` says otherwise or more was claimed than the guests took. Guests of the same `kind`, `name`,
         *     `count`, `node` and `request` stay as they were ordered, and those of the same `kind` and `request` keep their password and SSH keys where no others are
         *     given. From `preparing` on only their `at_end` and `ready` can be another; what was ready is looked at anew when it is ready otherwise, and so is what
         *     failed as it was not ready in time. Anything else of them is refused then (`wrong-state`, with its field). Of a series they are changed one date at a time,
         *     and never with an approval (`impossible`).
         *
         *     With `scope` other dates of its series change with it. `later` makes this date and those after it a series of their own, and `all` means all that have not
         *     begun; what has begun never changes. Only what the body names changes of the others: new times move them as far by the clock on the wall. A date that
         *     was moved by hand keeps its time, whatever is done to the series, unless it is the one that is named here. All is one decision: where a date is taken,
         *     nothing changes (`mode` `all`), or it keeps what it has and is reported (`skip`). Dates that were skipped are tried again where times or claims change.
         *     With `dry_run` each date says what would become of it.
         */
        patch: operations["changeReservation"];
        trace?: never;
    };
    "/api/reservations/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an offer
         * @description It is booked then; or `requested`, where the rules say that somebody has to approve it: what it claims is kept until that is decided. One that has lapsed is somebody else's, and is refused with `wrong-state`; cancel one to let it go to the next.
         */
        post: operations["acceptReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what waits for it
         * @description It is booked. Where it is a change of another one (`replaces`), that one is changed, and is the answer. Nothing is decided anew, as what waits holds what it is to have. Never for who asked.
         */
        post: operations["approveReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check in
         * @description Somebody uses it, so that it is not returned early. From 15 minutes before its start; again, it changes nothing. What needs no check-in, has not
         *     come so far or is over is refused (`wrong-state`).
         *     For who booked, their team and operators.
         */
        post: operations["checkInReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        /**
         * What happened to a reservation
         * @description Its history in pages, for whoever may read it. Of a private reservation of others it tells neither who nor why.
         */
        get: operations["listReservationEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let it end later
         * @description `until` a moment, or by some `minutes`. Decided as a booking is. While its guests have not been destroyed yet, one that has ended comes back.
         *     For who booked, their team and operators.
         */
        post: operations["extendReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/extend-until": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        /**
         * Until when it can last
         * @description The latest end that it can have with all that it claims, its present one where something is in the way right after it, or where it is over. Rules of
         *     reserving may forbid so much; only extending decides.
         */
        get: operations["showExtendUntil"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give it to somebody else
         * @description To a `person`, a `team`, or both. Its guests go with it.
         *     For who booked, their team and operators.
         */
        post: operations["handOverReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        /**
         * What a reservation brings into being
         * @description Guests and the like, and how each is. None of a private reservation of others.
         */
        get: operations["listReservationParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse what waits for an approval
         * @description It ends as `refused`, and others may have what it held. Where it is a change of another one (`replaces`), that one stays as it was. Never for who asked.
         */
        post: operations["refuseReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try its failed parts again
         * @description Every part that failed, or those with the names in `parts`, is tried anew.
         *     For who booked, their team and operators.
         */
        post: operations["repairReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End it now
         * @description What it claims is free for others from now on; what happens at its end happens now.
         *     For who booked, their team and operators.
         */
        post: operations["returnReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/export/ical": {
        parameters: {
            query?: {
                /** @description Only `mine`, or those of `team:NAME`; `all` without it. */
                scope?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservations as a calendar
         * @description The same as a feed, for who is signed in.
         */
        get: operations["exportReservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By which rules you reserve
         * @description The rules for what you reserve without a team, and for each of your teams. A reservation goes by the rules of the team that it is for, and by those alone: what they do not say is
         *     free, whatever the general ones say. Without a team, or for one without rules of its own, it goes by the general ones. Operators go by none where they are operators.
         */
        get: operations["myReservationRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be reserved
         * @description Nodes, storages and guests come from the cluster; devices, VLANs and pools of addresses from NetBox; and what operators enter by hand is there too. Other ranges of
         *     addresses are there while somebody claims them. What you and your teams may have is listed where there is a bound, and all of that for who manages people. Each says who has it now,
         *     until when, and who comes next, as far as you may know. A bare array.
         */
        get: operations["listResources"];
        put?: never;
        /**
         * Enter a device or a VLAN
         * @description A VLAN goes by its number, anything else by its name.
         */
        post: operations["addResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 3
                 */
                id: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        /**
         * One resource
         * @description As it is now.
         */
        get: operations["showResource"];
        put?: never;
        post?: never;
        /**
         * Remove it
         * @description For what was entered by hand, and what is no longer in NetBox. What a reservation has, or will have, stays.
         */
        delete: operations["removeResource"];
        options?: never;
        head?: never;
        /**
         * Change it, or take it out of service
         * @description Fields that are left out stay; so do tags that come from NetBox, and what NetBox keeps out of service stays out. Of what comes from the cluster only `tags`, `out_of_service`, `expected_back` and the factors of over-commit can be changed. What is
         *     out of service cannot be booked for a time that begins before `expected_back`, or at all where that is not given. Reservations that have it before then, and run or
         *     begin within 7 days, get another one that is free where they asked for any of several; but not where a change of theirs waits for an approval, nor another node
         *     where guests are made for them. Whoever has one of the others is told, once, until it is well again or expected to be in time. The same happens to those that a
         *     later `expected_back` reaches at once, and to those that come within 7 days later on within an hour. `reservations` says of how many of each this change made it so.
         */
        patch: operations["changeResource"];
        trace?: never;
    };
    "/api/resources/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 3
                 */
                id: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        /**
         * Who has a resource when
         * @description Between two moments, 400 days at most; 7 days from now on if not given.
         */
        get: operations["showTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        /**
         * What repeats, with its dates
         * @description When it takes place by its rule, what of that could not be booked and why, and every date that was.
         */
        get: operations["readSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/{id}/retry-skipped": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book the skipped dates that are free now
         * @description Dates that were skipped are booked where that is possible now, as the latest date of the series is; the others stay skipped, and say why. Dates that are
         *     over, and those of a series that brings guests, are not tried. For who booked, their team and operators.
         */
        post: operations["retrySkippedDates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description With what they may do.
         */
        get: operations["showSession"];
        put?: never;
        /**
         * Sign in with a name and password
         * @description Sets the cookie of a new session; one that came with the request ends. A wrong name and a wrong password are answered alike, and in the same time.
         */
        post: operations["signIn"];
        /**
         * End the session
         * @description Takes the cookie away too. A token is not ended by it.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a one-time link, and set a password
         * @description The link works once and sets the cookie of a new session. All other sessions of the person and their API tokens end.
         */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/link/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a one-time link is good
         * @description The link is not used up. The token is sent in the body, so that no log of a proxy has it. The audit keeps nothing of it.
         */
        post: operations["checkLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leads a browser to the OpenID provider
         * @description For browsers, by the button of the sign-in page. A cookie of ten minutes ties the way back to this browser. The setting `OIDC_ISSUER` names the provider.
         */
        get: operations["beginOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the OpenID provider sends the browser back to
         * @description The address to register with the provider. Believes nothing but what the provider signed for this very try, and then signs in. A browser is led on in any case: to the page that it came for, or to the sign-in page, which says what went wrong.
         */
        get: operations["endOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out here, and learn where to sign out at the provider
         * @description Ends the session as `DELETE /api/session` does. A browser that then goes to `href` is signed out at the provider too.
         */
        post: operations["signOutOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/signed-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where the OpenID provider says that somebody signed out there
         * @description The address to register with the provider for its back-channel logout (OpenID Connect Back-Channel Logout 1.0). Ends the sessions here that go with the one that ended there, or all that the provider vouched for of the person. Believes nothing but what the provider signed for this client in the last ten minutes and did not send before.
         */
        post: operations["hearSignOutOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to sign in here
         * @description Open to everybody, as the sign-in page asks it.
         */
        get: operations["showSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The teams
         * @description With their members.
         */
        get: operations["listTeams"];
        put?: never;
        /**
         * Add a team
         * @description It has no members at first; a person is put in by a change of the person.
         */
        post: operations["addTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a team without members
         * @description One that has members is refused.
         */
        delete: operations["removeTeam"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team}/allowance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        /**
         * What a team's guests may be put on
         * @description Bridges, VLANs and storages that members may give the guests of the team.
         */
        get: operations["showTeamAllowance"];
        put?: never;
        /**
         * List what a team's guests may be put on
         * @description Holds for new guests of the team, in place of what holds for all users. Operators are not bound.
         */
        post: operations["setTeamAllowance"];
        /**
         * Take a team's list away
         * @description From then on its guests may be put on what holds for all users.
         */
        delete: operations["clearTeamAllowance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        /**
         * How much a team may have, and has
         * @description The bounds of all guests of the team together.
         */
        get: operations["showTeamQuota"];
        put?: never;
        /**
         * Bound what a team may have
         * @description Replaces the bounds that it had. Guests over it stay; new orders are refused.
         */
        post: operations["setTeamQuota"];
        /**
         * Unbound a team
         * @description Takes all bounds away.
         */
        delete: operations["clearTeamQuota"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits, the next in turn first
         * @description Yours and your teams'; for operators all. In turn come those that were passed over three times, then those that let no offer lapse, then those who, or whose team, had the fewest
         *     hours of anything in the last 14 days (divided by the `waiting_weight` of the rules that they reserve by), then those who wait longest. Those that ended by themselves in the last week come last. A bare array.
         */
        get: operations["listWaiting"];
        put?: never;
        /**
         * Wait until it is free
         * @description As soon as all of it is free for that long at any time in between, it is offered: a reservation in the phase `offered` keeps it for 15 minutes, though never until less than 5 minutes before its
         *     start. Accept it with `POST /api/reservations/{id}/accept`; otherwise it lapses and goes to the next. Whoever lets an offer lapse, or declines it
         *     (`DELETE /api/reservations/{id}`), which counts the same, comes after the others then, and is off the list after three. Smaller wishes may be served before; who was passed over three times is not any more. Somebody waits for 20 things at the most.
         *     The rules of reserving (`GET /api/reservations/rules`) hold for a wish as for a booking, when it is entered and when something is offered to it: what breaks them is refused, and
         *     nothing is offered as long as they forbid it.
         */
        post: operations["enterWaiting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 4
                 */
                id: number;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Wait no more
         * @description What is offered to it goes to the next. For whoever waits, their team and operators.
         */
        delete: operations["leaveWaiting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks
         * @description Addresses of other programs that are told what happens to reservations, without the secrets that they are signed with.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Make a webhook
         * @description There may be 50 (`wrong-state`). Its secret is shown in this answer only.
         */
        post: operations["makeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Its deliveries are gone too; what waits is not sent.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description What waits for one that is off is kept, and sent once it is on again.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * What was and is to be sent to a webhook
         * @description The latest first. A delivery is tried ten times within 24 hours, with the same body each time.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{delivery}/send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the delivery. */
                delivery: components["parameters"]["DeliveryId"];
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description At once, and with as many tries as a new one. Not while it is to be sent anyway (`wrong-state`).
         */
        post: operations["sendDeliveryAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a webhook
         * @description Sends a `ping`, which is about no reservation.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name. */
                file: string;
            };
            cookie?: never;
        };
        /**
         * A file that the web UI loads
         * @description Its name changes with its content, so it may be kept for a year.
         */
        get: operations["uiAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document in Swagger UI
         * @description To read the operations and try them.
         */
        get: operations["swaggerUi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs-assets/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name. */
                file: string;
            };
            cookie?: never;
        };
        /**
         * A file that the documentation pages load
         * @description Served from here, so that the pages work without the internet.
         */
        get: operations["docsAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description For supervisors: restart the process when it does not.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether it can serve
         * @description For load balancers: send requests elsewhere while it cannot.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document as JSON
         * @description For programs that make clients.
         */
        get: operations["contractAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document as YAML
         * @description For programs that make clients, and for people.
         */
        get: operations["contractAsYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redoc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document in Redoc
         * @description To read the operations on one page.
         */
        get: operations["redoc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An order that was taken, and the operation that carries it out. */
        Accepted: {
            /** @description Why it failed already; null when it did not. */
            error: components["schemas"]["OperationError"] | null;
            /** @description What was ordered. */
            kind: components["schemas"]["OperationKind"];
            /** @description The node of the guest that it is about; absent where it is about no guest. */
            node?: string;
            /**
             * Format: uuid
             * @description The id of the operation; ask for it under `/api/operations/`.
             */
            operation: string;
            /** @description The step that is under way, or the status where none is. */
            phase: string;
            status: components["schemas"]["OperationStatus"];
            /** @description Whether that guest is a VM or a container; absent where it is about none. */
            type?: components["schemas"]["GuestType"];
            /** @description The task of Proxmox; null while it is not begun. */
            upid: string | null;
            /** @description The guest that it is about; absent where it is about none. */
            vmid?: components["schemas"]["Vmid"];
        };
        /** @description A field that does not belong to the action is refused. */
        ActionOptions: {
            /**
             * @description For `delete`: stop the guest first if it runs; without it, a running guest is refused.
             * @default false
             */
            force?: boolean | null;
            /**
             * @description For `shutdown`: stop the guest if it does not obey in time.
             * @default false
             */
            force_stop?: boolean | null;
            /**
             * @description For `shutdown` and `reboot`: seconds that it may take; 0 for Proxmox's own.
             * @default 0
             */
            timeout?: number | null;
            wait_for_lock?: components["schemas"]["WaitForLock"];
        };
        /** @description A range of addresses. */
        AddressRange: {
            /** @description In words. */
            description: string;
            /** @description The last one. */
            end: string;
            /** @description Whether addresses of it are given here; not where it is reserved, deprecated, for DHCP, populated or said to be all in use. */
            given: boolean;
            /** @description Its id at NetBox. */
            id: number;
            /** @description The name of its role. */
            role: string | null;
            /** @description The first address. */
            start: string;
            /** @description Its status. */
            status: string;
            /** @description Its page at NetBox. */
            url: string;
        };
        /**
         * @description An address that was taken, in the form in which NetBox's addresses are listed.
         * @example {
         *       "id": 22,
         *       "address": "10.10.0.11/24",
         *       "family": 4,
         *       "dns_name": "",
         *       "description": "web server",
         *       "status": "reserved",
         *       "vrf": "global",
         *       "tags": [
         *         "Direttore"
         *       ],
         *       "prefix_gateway": "10.10.0.1",
         *       "custom_fields": {},
         *       "allocation": {
         *         "id": "0198c0de-5b1c-7000-8000-000000000061",
         *         "address": "10.10.0.11/24",
         *         "prefix_id": 4,
         *         "address_id": 22,
         *         "description": "web server",
         *         "state": "held",
         *         "owner": "ana",
         *         "created": "2026-03-01T09:00:00Z",
         *         "until": "2026-03-01T10:00:00Z",
         *         "guest": null,
         *         "reservation": null
         *       }
         *     }
         */
        AllocatedAddress: {
            /** @description With the length of its prefix. */
            address: string;
            allocation: components["schemas"]["Allocation"];
            /** @description Those of a new address. */
            custom_fields: {
                [key: string]: unknown;
            };
            /** @description What it is for. */
            description: string;
            /** @description Empty until a guest has it. */
            dns_name: string;
            /**
             * @description The version of IP.
             * @enum {integer}
             */
            family: 4 | 6;
            /** @description Its id at NetBox. */
            id: number | null;
            /** @description The gateway of its prefix; null where that is not known. */
            prefix_gateway: string | null;
            /** @description Its status at NetBox. */
            status: string;
            /** @description Names of its tags. */
            tags: string[];
            /** @description The name of its VRF, or `global`. */
            vrf: string;
        };
        /**
         * @description An address that was taken of a prefix.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000061",
         *       "address": "10.10.0.11/24",
         *       "prefix_id": 4,
         *       "address_id": 22,
         *       "description": "web server",
         *       "state": "held",
         *       "owner": "ana",
         *       "created": "2026-03-01T09:00:00Z",
         *       "until": "2026-03-01T10:00:00Z",
         *       "guest": null,
         *       "reservation": null
         *     }
         */
        Allocation: {
            /** @description With the length of its prefix. */
            address: string;
            /** @description Its id at NetBox; null before it is there. */
            address_id: number | null;
            /**
             * Format: date-time
             * @description When that was.
             */
            created: string;
            /** @description What it is for. */
            description: string;
            /** @description The guest that it is for. */
            guest: components["schemas"]["AllocationGuest"] | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Who took it. */
            owner: string;
            /** @description The id of its prefix at NetBox. */
            prefix_id: number;
            /** @description The number of the reservation for whose guest it was taken. */
            reservation: number | null;
            /**
             * @description `held` is reserved in NetBox, `used` a guest's.
             * @enum {string}
             */
            state: "taking" | "held" | "used" | "releasing" | "released";
            /**
             * Format: date-time
             * @description When it is given back; null once a guest is to have it.
             */
            until: string | null;
        };
        /** @description The guest that an address is for. */
        AllocationGuest: {
            /** @description Which of its network cards, from 0. */
            nic: number;
            /** @description Where it was ordered. */
            node: string;
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its VMID. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description What new guests may be put on; null, or nothing, stands for all there is. Replaces another list in whole.
         * @example {
         *       "bridges": [
         *         "vmbr1"
         *       ],
         *       "vlans": [
         *         "untagged",
         *         "100-199"
         *       ],
         *       "storages": null
         *     }
         */
        Allowance: {
            /** @description Bridges and VNets. */
            bridges?: string[] | null;
            /** @description Storages. */
            storages?: string[] | null;
            /** @description `untagged`, tags and ranges. */
            vlans?: string[] | null;
        };
        /** @description A token that programs sign in with; its secret is not kept. */
        ApiToken: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description The address that it was last used from; null when it never was. */
            last_address: string | null;
            /**
             * Format: date-time
             * @description When it was last used; null when it never was.
             */
            last_used: string | null;
            /** @description What its owner calls it. */
            name: string;
            /** @description The most that it may do; never more than its owner may. */
            role: components["schemas"]["Role"];
        };
        /** @description What somebody has to approve; null where that says nothing. */
        ApprovalRule: {
            /** @description What lasts longer than this. */
            longer_than_hours: number | null;
            /** @description What has more cores of nodes than this in all. */
            more_cores_than: number | null;
            /** @description A resource that has any of these. */
            tags: string[];
            /** @description A node as a whole. */
            whole_node: boolean;
            /** @description How long an approval is waited for; until the start at the latest. */
            within_hours: number | null;
        };
        /** @description What somebody had to approve. */
        ApprovalState: {
            /**
             * Format: date-time
             * @description When it lapses without an approval.
             */
            approve_by: string;
            /** @description What somebody decided; null as long as nobody has. */
            decision: {
                /** @description Whether it was approved. */
                approved: boolean;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description Who decided. */
                by: string;
                /** @description What they said to it. */
                reason: string | null;
            } | null;
            /** @description What of it has to be approved. */
            why: string;
        };
        /** @description What an address is assigned to. */
        Assignment: {
            /** @description Its id at NetBox. */
            id: number | null;
            /** @description The name of its interface. */
            interface: string | null;
            /**
             * @description A device, a virtual machine, or something else that NetBox assigns addresses to.
             * @enum {string}
             */
            kind: "device" | "virtual-machine" | "other";
            /** @description Its name. */
            name: string | null;
        };
        /**
         * @description That something which a reservation has is out of service.
         * @example {
         *       "resource": {
         *         "id": 9,
         *         "kind": "device",
         *         "name": "sw3"
         *       },
         *       "why": "broken fan",
         *       "expected_back": null
         *     }
         */
        AtRisk: {
            /**
             * Format: date-time
             * @description When it is expected to be well again.
             */
            expected_back: string | null;
            resource: components["schemas"]["ResourceName"];
            /** @description Why it cannot be used. */
            why: string;
        };
        /** @description Something that somebody did, or tried to do. */
        AuditEntry: {
            /** @description Such as `sign-in`, `guest.start` or `person.change`. */
            action: string;
            /** @description Where the request came from; empty for the command line. */
            address: string;
            /** @description What is, without secrets; null when nothing is. */
            after: unknown;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What was, without secrets; null when nothing was. */
            before: unknown;
            /** @description Why it was refused, failed or cancelled; empty when done. */
            detail: string;
            /**
             * Format: date-time
             * @description When that operation ended.
             */
            ended: string | null;
            /** @description Its number; later ones are higher. */
            id: number;
            /**
             * Format: uuid
             * @description The operation that carries the order out, or was to be cancelled; null for anything else.
             */
            operation: string | null;
            /**
             * @description How it ended. An order is `accepted` while its operation has not ended, and then `done`, `failed` or `cancelled` as the operation was.
             *     An `operation.cancel` is `done` when the operation was cancelled, and `failed` when it ended before.
             * @enum {string}
             */
            outcome: "accepted" | "done" | "refused" | "failed" | "cancelled";
            /** @description The request's id. */
            request: string;
            /** @description What it was about, such as `guest/1042`. */
            target: string;
            /**
             * @description How they were signed in.
             * @enum {string}
             */
            via: "session" | "token" | "link" | "command-line" | "none";
            /** @description The person; empty where nobody got in, and whom they claimed to be is the target. */
            who: string;
        };
        /**
         * @description A page of the audit.
         * @example {
         *       "entries": [
         *         {
         *           "id": 17,
         *           "at": "2026-03-01T09:00:00Z",
         *           "who": "ana",
         *           "via": "session",
         *           "address": "192.0.2.10",
         *           "action": "guest.start",
         *           "target": "guest/1042",
         *           "before": null,
         *           "after": null,
         *           "request": "7f3a-42",
         *           "outcome": "done",
         *           "detail": "",
         *           "operation": "0198c0de-5b1c-7000-8000-000000000001",
         *           "ended": "2026-03-01T09:00:02Z"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        AuditPage: {
            /** @description The latest first. */
            entries: components["schemas"]["AuditEntry"][];
            /** @description Send it as `after` to get the next page; null on the last one. */
            next: string | null;
        };
        /**
         * @description Times in which what is wanted is free.
         * @example {
         *       "slots": [
         *         {
         *           "start_dt": "2027-03-01T12:00:00+01:00",
         *           "end_dt": "2027-03-02T08:00:00+01:00",
         *           "proxmox_node": "pve1",
         *           "claims": []
         *         }
         *       ],
         *       "next": null
         *     }
         */
        Availability: {
            /**
             * Format: date-time
             * @description Where the search ended, to go on as `from`; null where all was seen.
             */
            next: string | null;
            /** @description The earliest first, each as long as was asked; each begins where it becomes free. */
            slots: components["schemas"]["FreeSlot"][];
        };
        /**
         * @description What is wanted, and for how long.
         * @example {
         *       "claims": [
         *         {
         *           "node": "pve1",
         *           "cores": 8
         *         }
         *       ],
         *       "minutes": 120,
         *       "guests": 4
         *     }
         */
        AvailabilityQuestion: {
            claims: components["schemas"]["NewClaimList"];
            /** @description The earliest start; now if not given. */
            from?: string;
            /** @description Minutes after the end in which the booking holds it too; none if not given, or what is usual for its guests. */
            grace_minutes?: number | null;
            /**
             * @description How many guests the booking makes.
             * @default 0
             */
            guests?: number;
            /** @description Minutes before the start in which the booking holds it too; none if not given, or what is usual for its guests. */
            lead_minutes?: number | null;
            /**
             * @description The most times to answer with.
             * @default 10
             */
            limit?: number;
            /**
             * @description For how long.
             * @default 60
             */
            minutes?: number;
            /** @description The latest end. */
            to?: string;
        };
        /**
         * @description The next free addresses of a prefix.
         * @example {
         *       "prefix": "10.10.0.0/24",
         *       "vrf": "global",
         *       "gateway": "10.10.0.1",
         *       "gateway_source": {
         *         "from": "role",
         *         "name": "vrrp"
         *       },
         *       "dns_servers": null,
         *       "addresses": [
         *         "10.10.0.12/24",
         *         "10.10.0.13/24"
         *       ],
         *       "none_because": null
         *     }
         */
        AvailableAddresses: {
            /** @description Free ones, with the mask of the prefix. */
            addresses: string[];
            /** @description Name servers, with blanks between. */
            dns_servers: string | null;
            /** @description The gateway's address; null where it is not known. */
            gateway: string | null;
            /** @description Where that is from. */
            gateway_source: components["schemas"]["GatewaySource"] | null;
            /** @description Why there are none, in a sentence; null where there are. */
            none_because: string | null;
            /** @description The network. */
            prefix: string;
            /** @description The name of its VRF, or `global`. */
            vrf: string;
        };
        /**
         * @description What is closed, one of: a `node`, a `guest`, a `device`, a `vlan` or one by its `vlan_name`, a range of `addresses` or a `pool`.
         * @example {
         *       "node": "pve1"
         *     }
         */
        BlackoutClaim: {
            /** @description A range such as `10.20.0.10-10.20.0.50`, a prefix such as `10.20.0.0/24` or `2001:db8::/64`, or one address. */
            addresses?: string;
            /** @description The name of a device. */
            device?: string;
            /** @description The VMID of a guest. */
            guest?: components["schemas"]["Vmid"];
            /** @description A node. */
            node?: string;
            /** @description The name of a pool. */
            pool?: string;
            /** @description The number of a VLAN. */
            vlan?: number;
            /** @description A VLAN as it is listed, where several in NetBox have its number. */
            vlan_name?: string;
        };
        /**
         * @description The blackout, with what became of others.
         * @example {
         *       "blackout": {
         *         "id": 18,
         *         "title": "New firmware",
         *         "requester": "olga",
         *         "resource_type": "vm",
         *         "proxmox_node": "pve1",
         *         "vmid": null,
         *         "start_dt": "2027-03-01T08:00:00+01:00",
         *         "end_dt": "2027-03-01T18:00:00+01:00",
         *         "status": "pending",
         *         "notes": "",
         *         "uid": "0198c0de-5b1c-7000-8000-000000000018",
         *         "phase": "booked",
         *         "version": 1,
         *         "time_zone": "Europe/Rome",
         *         "team": null,
         *         "private": false,
         *         "kind": "blackout",
         *         "claims": [
         *           {
         *             "resource": {
         *               "id": 3,
         *               "kind": "node",
         *               "name": "pve1"
         *             },
         *             "whole": true,
         *             "cores": null,
         *             "memory": null,
         *             "disk": null,
         *             "vms": null,
         *             "lxc": null
         *           }
         *         ],
         *         "holds": {
         *           "from": "2027-03-01T08:00:00+01:00",
         *           "until": "2027-03-01T18:00:00+01:00"
         *         },
         *         "series": null,
         *         "at_start": "nothing",
         *         "at_end": "nothing",
         *         "lead_minutes": 0,
         *         "grace_minutes": 0,
         *         "guests": [],
         *         "parts": {
         *           "total": 0,
         *           "ready": 0,
         *           "failed": 0
         *         },
         *         "created_at": "2027-02-20T10:00:00Z",
         *         "changed_at": "2027-02-20T10:00:00Z",
         *         "changed_by": null,
         *         "reason": null,
         *         "check_in_by": null,
         *         "checked_in_at": null,
         *         "unmoved": null,
         *         "late_by": null,
         *         "at_risk": [],
         *         "replaces": null,
         *         "approval": null,
         *         "mine": false,
         *         "may": [
         *           "cancel"
         *         ]
         *       },
         *       "cancelled": [],
         *       "kept": [
         *         17
         *       ]
         *     }
         */
        BlackoutMade: {
            blackout: components["schemas"]["Reservation"];
            /** @description The numbers of the reservations that were cancelled for it. */
            cancelled: number[];
            /** @description The numbers of those that stay in its time, other blackouts too. */
            kept: number[];
        };
        /** @description A rule of reserving that the request breaks. */
        BrokenRule: {
            /**
             * @description Which rule. `limit` and `value` are minutes for `too-long`, `too-short`, `too-soon`, `pause` and `extend`, days for `too-far`, hours for `too-many-hours`, else a number of reservations.
             * @enum {string}
             */
            code: "too-long" | "too-short" | "too-far" | "too-soon" | "too-many-open" | "too-many-hours" | "pause" | "recurring" | "extend";
            /** @description Why, and what would pass, for people. */
            detail: string;
            /** @description What to mend; null where nothing in the request would. */
            field: string | null;
            /** @description What the rule says. */
            limit: number;
            /**
             * Format: date-time
             * @description The nearest time for the field that this rule lets pass; null where there is none.
             */
            passes: string | null;
            /** @description What it would be. */
            value: number;
        };
        /** @description Bytes. */
        Bytes: number;
        /**
         * @description An address under which calendars read reservations.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000021",
         *       "name": "My labs",
         *       "scope": "mine",
         *       "created": "2026-03-01T09:00:00Z",
         *       "last_used": null
         *     }
         */
        CalendarFeed: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created: string;
            /**
             * Format: uuid
             * @description What it is known by.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was read last, to the minute; null before the first time.
             */
            last_used: string | null;
            /** @description What it is called. */
            name: string;
            /** @description Which reservations it shows: `mine`, `all` or `team:NAME`. */
            scope: string;
        };
        /** @description Something that a guest can be made from, and where it can go. */
        CatalogTemplate: {
            /**
             * @description `vm` and `lxc` are templates to clone.
             * @enum {string}
             */
            content: "iso" | "vztmpl" | "vm" | "lxc";
            /** @description The name of the file or of the template. */
            name: string;
            /** @description The nodes that have it. */
            nodes: string[];
            size: components["schemas"]["Bytes"];
            /** @description Where a file lies; empty for templates to clone. */
            storage: string;
            /** @description Send it as `clone_from`; null for files. */
            vmid: number | null;
            /** @description The volume; for `vm` and `lxc` the VMID as text. */
            volid: string;
        };
        /**
         * @description What is to be changed of an allocation.
         * @example {
         *       "until": "2026-03-01T11:00:00Z"
         *     }
         */
        ChangedAllocation: {
            /**
             * Format: date-time
             * @description When it is given back, seven days from now at most.
             */
            until: string;
        };
        /** @description An order that would be taken. */
        CheckedOrder: {
            /** @description The node that it would go to. */
            node: string;
            /**
             * @description Always true; an order that would be refused is answered with a problem.
             * @constant
             */
            valid: true;
            /** @description The one that was asked for; null when the server is to choose. */
            vmid: number | null;
        };
        /** @description What a reservation has of a resource. */
        Claim: {
            /** @description Processors; null for all. */
            cores: number | null;
            /** @description Bytes; null for all. */
            disk: number | null;
            /** @description Containers; null for all. */
            lxc: number | null;
            /** @description MiB; null for all. */
            memory: number | null;
            resource: components["schemas"]["ResourceName"];
            /** @description VMs; null for all. */
            vms: number | null;
            /** @description Whether nobody else may have any of it. */
            whole: boolean;
        };
        /** @description Addresses that a reservation has. */
        ClaimedAddresses: {
            by: components["schemas"]["TimelineEntry"];
            /** @description The first of them. */
            first: string;
            /** @description The last one. */
            last: string;
        };
        /** @description The cluster, or the single node, that Direttore works on. */
        Cluster: {
            /** @description Null for a single node that is in no cluster. */
            name: string | null;
            /** @description How many nodes are online. */
            nodes_online: number;
            /** @description How many nodes belong to it. */
            nodes_total: number;
            /** @description Whether enough nodes see each other for changes; null where it is not known. */
            quorate: boolean | null;
            /** @description The lowest Proxmox VE version of the nodes that tell theirs. */
            version: string | null;
        };
        /** @description A network card of a container. */
        ContainerNic: {
            /**
             * @description Addresses that are held for it (`POST /api/inventory/prefixes/{id}/allocate`), by their ids; a static address here must be one of them.
             * @default []
             */
            allocations?: string[] | null;
            /** @description A bridge or VNet of the node. */
            bridge: string;
            dns?: components["schemas"]["Dns"];
            gw?: components["schemas"]["Gateway"];
            gw6?: components["schemas"]["Gateway"];
            ip?: components["schemas"]["Ip"];
            ip6?: components["schemas"]["Ip6"];
            /** @description Its name inside, `eth0` to `eth99`; `eth` and its place in the list by default. */
            name?: string | null;
            /** @description The id of a prefix of NetBox, of which an address is held for it right before it is made: for guests of reservations. */
            prefix?: number | null;
            vlan?: components["schemas"]["Vlan"];
        };
        /**
         * @description One message for one webhook.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000042",
         *       "event": "reservation.ending",
         *       "state": "waiting",
         *       "tries": 1,
         *       "answer": "Answered 502: Bad Gateway",
         *       "next_try": "2026-03-01T09:01:00Z",
         *       "last_try": "2026-03-01T09:00:00Z",
         *       "made": "2026-03-01T09:00:00Z",
         *       "body": "{\"id\":12,\"kind\":\"reservation.ending\",\"at\":\"2026-03-01T09:00:00Z\",\"by\":null,\"asked_by\":null,\"reservation\":{\"id\":7,\"version\":3,\"title\":\"BGP for beginners\",\"requester\":\"ada\",\"team\":null,\"start_dt\":\"2026-03-01T10:00:00+01:00\",\"end_dt\":\"2026-03-01T10:30:00+01:00\",\"time_zone\":\"Europe/Rome\",\"status\":\"active\",\"phase\":\"running\",\"reason\":null,\"check_in_by\":null}}"
         *     }
         */
        Delivery: {
            /** @description What the last try came to; null before the first. */
            answer: string | null;
            /** @description What is sent. */
            body: string;
            /** @description What it is about, also in the header `X-Direttore-Event`; `ping` for one that only tries the address. */
            event: string;
            /**
             * Format: uuid
             * @description What it is known by, also in the header `X-Direttore-Delivery`.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was tried last; null before the first time.
             */
            last_try: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            made: string;
            /**
             * Format: date-time
             * @description When it is tried next; null where it is not.
             */
            next_try: string | null;
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed";
            /** @description How often it was tried. */
            tries: number;
        };
        /** @description An interface of a device. */
        DeviceInterface: {
            /** @description Its addresses. */
            addresses: components["schemas"]["IpAddress"][];
            /** @description In words. */
            description: string;
            /** @description Whether it is switched on. */
            enabled: boolean;
            /** @description Its id at NetBox. */
            id: number;
            /** @description The interface that it is a member of. */
            lag: string | null;
            /** @description Its MAC address. */
            mac_address: string | null;
            /** @description Whether it is for management only. */
            mgmt_only: boolean;
            /** @description How it takes VLANs, for people. */
            mode: string | null;
            /** @description Its MTU. */
            mtu: number | null;
            /** @description Its name. */
            name: string;
            /** @description The VLANs of frames with one. */
            tagged_vlans: string[];
            /** @description Names of its tags. */
            tags: string[];
            /** @description What NetBox calls its kind, for people. */
            type: string | null;
            /** @description The VLAN of frames without a tag. */
            untagged_vlan: string | null;
        };
        /**
         * @description A device with its interfaces.
         * @example {
         *       "device": {
         *         "id": 12,
         *         "display": "fra1-leaf01",
         *         "name": "fra1-leaf01"
         *       },
         *       "interfaces": [
         *         {
         *           "id": 31,
         *           "name": "xe-0/0/1",
         *           "type": "10GBASE-X-SFPP",
         *           "enabled": true,
         *           "mgmt_only": false,
         *           "mtu": 9100,
         *           "mac_address": "00:11:22:33:44:55",
         *           "mode": null,
         *           "untagged_vlan": null,
         *           "tagged_vlans": [],
         *           "lag": null,
         *           "description": "uplink",
         *           "tags": [],
         *           "addresses": []
         *         }
         *       ],
         *       "config_context": {
         *         "ntp_servers": [
         *           "10.0.0.1"
         *         ]
         *       },
         *       "url": "https://netbox.example/dcim/devices/12/"
         *     }
         */
        DevicePage: {
            /** @description As NetBox renders it; null where NetBox did not say. */
            config_context: {
                [key: string]: unknown;
            } | null;
            device: components["schemas"]["NetBoxDevice"];
            /** @description By name. */
            interfaces: components["schemas"]["DeviceInterface"][];
            /** @description Its page at NetBox. */
            url: string;
        };
        /** @description A disk of a guest. */
        Disk: {
            /** @description Where it is plugged in, such as `scsi0` or `rootfs`. */
            key: string;
            size: components["schemas"]["Bytes"];
            /** @description The storage that it lies on. */
            storage: string;
            /** @description The volume in Proxmox. */
            volid: string;
        };
        /**
         * @description Name servers. Proxmox keeps them for the guest as a whole, so those of all NICs are put together.
         * @example [
         *       "10.10.100.1",
         *       "2001:db8::1"
         *     ]
         */
        Dns: string[] | string | null;
        /**
         * @description Where Proxmox and NetBox say different things.
         * @example {
         *       "items": [
         *         {
         *           "kind": "different",
         *           "guest": {
         *             "type": "qemu",
         *             "node": "pve1",
         *             "vmid": 1042,
         *             "name": "web-1"
         *           },
         *           "machine": {
         *             "id": 17,
         *             "name": "web-1",
         *             "url": "https://netbox.example/virtualization/virtual-machines/17/",
         *             "ours": true
         *           },
         *           "record": {
         *             "id": "0198c0de-5b1c-7000-8000-000000000001",
         *             "state": "recorded"
         *           },
         *           "differences": [
         *             {
         *               "field": "memory",
         *               "netbox": "1024",
         *               "proxmox": "2048"
         *             }
         *           ],
         *           "remedy": "repair"
         *         }
         *       ],
         *       "trouble": null
         *     }
         */
        Drift: {
            /** @description Guests first, each by name. */
            items: components["schemas"]["DriftItem"][];
            /** @description Why the guests may be others by now. */
            trouble: string | null;
        };
        /** @description A fact that they say otherwise; null for one that is not said. */
        DriftDifference: {
            /**
             * @description NetBox's name of it.
             * @enum {string}
             */
            field: "name" | "status" | "vcpus" | "memory" | "disk" | "interfaces";
            /** @description What NetBox says. */
            netbox: string | null;
            /** @description What is so in Proxmox. */
            proxmox: string | null;
        };
        /** @description A guest of Proxmox. */
        DriftGuest: {
            /** @description Its name. */
            name: string;
            /** @description Its node. */
            node: string;
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its VMID. */
            vmid: components["schemas"]["Vmid"];
        };
        /** @description One guest, or one virtual machine. */
        DriftItem: {
            /** @description Of what both have. */
            differences: components["schemas"]["DriftDifference"][];
            /** @description What Proxmox has. */
            guest: components["schemas"]["DriftGuest"] | null;
            /**
             * @description Which of them has it.
             * @enum {string}
             */
            kind: "not-in-netbox" | "not-in-proxmox" | "different";
            /** @description What NetBox has. */
            machine: components["schemas"]["DriftMachine"] | null;
            /** @description What Direttore keeps of it. */
            record: components["schemas"]["DriftRecord"] | null;
            /**
             * @description What one order mends: `POST /api/inventory/records` (`record`), its `repair`, or its removal; null where nothing is to be done by Direttore, or it is being done.
             * @enum {string|null}
             */
            remedy: "record" | "repair" | "remove" | null;
        };
        /** @description A virtual machine of NetBox. */
        DriftMachine: {
            /** @description Its id at NetBox. */
            id: number;
            /** @description Its name. */
            name: string;
            /** @description Whether it carries Direttore's mark. */
            ours: boolean;
            /** @description Where NetBox shows it. */
            url: string;
        };
        /** @description What Direttore keeps of it. */
        DriftRecord: {
            /**
             * Format: uuid
             * @description The record's id.
             */
            id: string;
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "recording" | "recorded" | "removing" | "removed" | "theirs";
        };
        /** @description Something that is done periodically. */
        Duty: {
            /**
             * Format: date-time
             * @description When that ended.
             */
            last_end: string | null;
            /**
             * Format: date-time
             * @description When it was last begun.
             */
            last_run: string | null;
            /** @description What it is, the same between releases. */
            name: string;
            /**
             * Format: date-time
             * @description When it is done next.
             */
            next_run: string;
            /**
             * @description `lab`: once for all processes; `process`: each process for itself.
             * @enum {string}
             */
            scope: "lab" | "process";
            /**
             * @description `waiting` before the first time; else how the last time went.
             * @enum {string}
             */
            status: "waiting" | "done" | "troubled";
            /** @description What was last wrong, also where it is well since. */
            trouble: string | null;
            /**
             * Format: date-time
             * @description When that was.
             */
            troubled_at: string | null;
        };
        /**
         * @description Until when a reservation can last.
         * @example {
         *       "until": "2027-03-01T13:00:00+01:00",
         *       "conflicts": [
         *         {
         *           "resource": {
         *             "id": 3,
         *             "kind": "node",
         *             "name": "pve1"
         *           },
         *           "reservation": 18,
         *           "title": "OSPF lesson",
         *           "requester": "bob",
         *           "from": "2027-03-01T13:00:00+01:00",
         *           "until": "2027-03-01T15:00:00+01:00",
         *           "why": "taken",
         *           "free": null
         *         }
         *       ]
         *     }
         */
        ExtendUntil: {
            /** @description What is in its way then; none where nothing is, as far as was looked. */
            conflicts: components["schemas"]["ReservationOverlap"][];
            /**
             * Format: date-time
             * @description Its latest end.
             */
            until: string;
        };
        /**
         * @description Who had a guest until it was taken for gone.
         * @example {
         *       "vmid": 1042,
         *       "owner": "ana",
         *       "team": "networks",
         *       "since": "2026-03-01T09:00:00Z",
         *       "forgotten": "2026-03-04T09:00:00Z"
         *     }
         */
        FormerOwner: {
            /**
             * Format: date-time
             * @description When it was taken for gone.
             */
            forgotten: string;
            /** @description The person. */
            owner: components["schemas"]["PersonName"];
            /**
             * Format: date-time
             * @description When they got it.
             */
            since: string;
            /** @description The team that had it too, or null. */
            team: string | null;
            /** @description The guest. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description Who had which guest.
         * @example {
         *       "owners": [
         *         {
         *           "vmid": 1042,
         *           "owner": "ana",
         *           "team": "networks",
         *           "since": "2026-03-01T09:00:00Z",
         *           "forgotten": "2026-03-04T09:00:00Z"
         *         }
         *       ]
         *     }
         */
        FormerOwnerList: {
            /** @description By VMID. */
            owners: components["schemas"]["FormerOwner"][];
        };
        /** @description A time in which what is wanted is free. */
        FreeSlot: {
            /** @description What it would claim. */
            claims: components["schemas"]["Claim"][];
            /**
             * Format: date-time
             * @description Until when.
             */
            end_dt: string;
            /** @description The node that it would have of. */
            proxmox_node: string | null;
            /**
             * Format: date-time
             * @description From when on.
             */
            start_dt: string;
        };
        /**
         * @description A gateway in the subnet of the static address beside it; for IPv6 also a link-local one.
         * @default null
         */
        Gateway: string | null;
        /** @description Where the gateway is from. It is never guessed. */
        GatewaySource: {
            /**
             * @description A custom field of the prefix, or the tag or role of an address in it.
             * @enum {string}
             */
            from: "custom-field" | "tag" | "role";
            /** @description Which field, tag or role. */
            name: string;
        };
        /** @description A role, everywhere or within a scope. A scope narrows what may be made and changed; everybody sees the whole lab. */
        Grant: {
            /** @description The role that is given. */
            role: components["schemas"]["Role"];
            /**
             * @description Where it holds.
             * @enum {string}
             */
            scope: "everywhere" | "node" | "tag" | "team";
            /** @description The node, tag or team; null for everywhere. */
            value: string | null;
        };
        /**
         * @description Orders that were given as one, and how they go.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000002",
         *       "title": "Start 1 guest",
         *       "kind": "start",
         *       "status": "running",
         *       "requested_by": "ana",
         *       "wave": 10,
         *       "then": null,
         *       "counts": {
         *         "total": 1,
         *         "waiting": 0,
         *         "queued": 0,
         *         "running": 1,
         *         "succeeded": 0,
         *         "failed": 0,
         *         "cancelled": 0,
         *         "refused": 0
         *       },
         *       "created": "2026-03-01T09:00:00Z",
         *       "finished": null,
         *       "members": [
         *         {
         *           "kind": "start",
         *           "node": "pve1",
         *           "type": "qemu",
         *           "vmid": 1042,
         *           "name": null,
         *           "stage": "order",
         *           "status": "running",
         *           "operation": "0198c0de-5b1c-7000-8000-000000000001",
         *           "error": null
         *         }
         *       ]
         *     }
         */
        Group: {
            /** @description How many members are how far. */
            counts: components["schemas"]["GroupCounts"];
            /**
             * Format: date-time
             * @description When it was ordered.
             */
            created: string;
            /**
             * Format: date-time
             * @description When its last operation had ended; null before.
             */
            finished: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What was ordered of its first member. */
            kind: components["schemas"]["OperationKind"];
            /** @description Each order, in turn; absent in lists. */
            members?: components["schemas"]["GroupMember"][];
            /** @description The person who ordered it. */
            requested_by: string;
            status: components["schemas"]["GroupStatus"];
            /**
             * @description What follows once all that was ordered has ended; null for nothing.
             * @enum {string|null}
             */
            then: "start" | null;
            /** @description What people see it by. */
            title: string;
            /** @description How many of its operations may be under way at once. */
            wave: number;
        };
        /** @description How many members are how far. */
        GroupCounts: {
            /** @description Those that were cancelled, or never ordered for that. */
            cancelled: number;
            /** @description Those whose operation failed. */
            failed: number;
            /** @description Those whose operation is queued. */
            queued: number;
            /** @description Those whose order was refused. */
            refused: number;
            /** @description Those whose operation runs. */
            running: number;
            /** @description Those that ended well. */
            succeeded: number;
            /** @description All members. */
            total: number;
            /** @description Those whose turn has not come. */
            waiting: number;
        };
        /** @description One order of a group and how it goes. */
        GroupMember: {
            /** @description Why it failed or was refused; null when it did not. */
            error: components["schemas"]["MemberError"] | null;
            /** @description What was ordered. */
            kind: components["schemas"]["OperationKind"];
            /** @description The name of a guest that is to be made; null for others. */
            name: string | null;
            /** @description The node of its guest. */
            node: string;
            /**
             * Format: uuid
             * @description The latest operation for it; null before there is one.
             */
            operation: string | null;
            /**
             * @description Whether it is at what was ordered, or at what follows.
             * @enum {string}
             */
            stage: "order" | "start";
            /**
             * @description How far that is.
             * @enum {string}
             */
            status: "waiting" | "queued" | "running" | "succeeded" | "failed" | "cancelled" | "refused";
            /** @description Whether that is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its VMID; null while it is not chosen. */
            vmid: number | null;
        };
        /**
         * @description A page of groups.
         * @example {
         *       "groups": [
         *         {
         *           "id": "0198c0de-5b1c-7000-8000-000000000002",
         *           "title": "Start 1 guest",
         *           "kind": "start",
         *           "status": "finished",
         *           "requested_by": "ana",
         *           "wave": 10,
         *           "then": null,
         *           "counts": {
         *             "total": 1,
         *             "waiting": 0,
         *             "queued": 0,
         *             "running": 0,
         *             "succeeded": 1,
         *             "failed": 0,
         *             "cancelled": 0,
         *             "refused": 0
         *           },
         *           "created": "2026-03-01T09:00:00Z",
         *           "finished": "2026-03-01T09:00:03Z"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        GroupPage: {
            /** @description The latest first, without their members. */
            groups: components["schemas"]["Group"][];
            /** @description Send it as `after` to get the next page; null on the last one. */
            next: string | null;
        };
        /**
         * @description `cancelling` while operations that run are still to end.
         * @enum {string}
         */
        GroupStatus: "running" | "cancelling" | "finished" | "cancelled";
        /** @description A VM or container as lists show it. */
        Guest: {
            /** @description Share of its processors in use, 0 to 1. */
            cpu: number;
            /** @description Processors that it may use. */
            cpus: number;
            /** @description What holds it, such as `backup`. */
            lock: string | null;
            lock_since?: components["schemas"]["LockSince"];
            lock_wait_seconds?: components["schemas"]["LockWait"];
            maxdisk: components["schemas"]["Bytes"];
            maxmem: components["schemas"]["Bytes"];
            mem: components["schemas"]["Bytes"];
            /** @description Its name in Proxmox; empty when it has none. */
            name: string;
            /** @description The node that it is on. */
            node: string;
            /**
             * @description `unknown` while its node does not answer. A paused VM counts as running in lists of Proxmox; only its own page tells.
             * @enum {string}
             */
            status: "running" | "paused" | "stopped" | "unknown";
            /** @description Its tags in Proxmox. */
            tags: string[];
            /** @description Whether it is a template, which can be cloned and not started. */
            template: boolean;
            trouble: components["schemas"]["Trouble"];
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Seconds. */
            uptime: number;
            /** @description Its number. */
            vmid: components["schemas"]["Vmid"];
        };
        /** @description What changed in the list of guests since a cursor. */
        GuestChanges: {
            /** @description Whether `guests` are all that there are, as the cursor was not known; otherwise what is not named here is as it was. */
            complete: boolean;
            /** @description What to ask with the next time. */
            cursor: string;
            /** @description Of others. */
            figures: components["schemas"]["GuestFigures"][];
            /** @description Ids that are no guest's any more. */
            gone: components["schemas"]["Vmid"][];
            /** @description New ones, and those of which more than figures changed. */
            guests: components["schemas"]["Guest"][];
        };
        /** @description A VM or container in full, as Proxmox tells it now. */
        GuestDetail: {
            /** @description The configuration by Proxmox's keys, without passwords and SSH keys. */
            config: {
                [key: string]: unknown;
            };
            /** @description The status by Proxmox's keys. */
            current: Record<string, never>;
            /** @description The note that people wrote about it; empty when there is none. */
            description: string;
            /** @description Its disks and, for a container, its file systems. */
            disks: components["schemas"]["Disk"][];
            /** @description Whether the HA manager starts and stops it. */
            ha_managed: boolean;
            /** @description What holds it, such as `backup`; null when nothing does. */
            lock: string | null;
            lock_since?: components["schemas"]["LockSince"];
            lock_wait_seconds?: components["schemas"]["LockWait"];
            /** @description Its name in Proxmox; empty when it has none. */
            name: string;
            /** @description The node that it is on. */
            node: string;
            /**
             * @description Whether it runs; `paused` is a VM that stands still until it is resumed.
             * @enum {string}
             */
            status: "running" | "paused" | "stopped";
            /** @description Whether it is a template, which can be cloned and not started. */
            template: boolean;
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its number. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description What happens to guests that were made at the end.
         * @enum {string}
         */
        GuestEnd: "nothing" | "shutdown" | "stop" | "snapshot" | "destroy";
        /** @description What a guest uses, to the hundredth and to a tenth of a GiB (of a MiB below 1 GiB of memory). */
        GuestFigures: {
            /** @description Share of its processors in use, 0 to 1. */
            cpu: number;
            mem: components["schemas"]["Bytes"];
            /** @description Its number. */
            vmid: components["schemas"]["Vmid"];
        };
        /** @description A guest that an operation made, wholly or in part, and left behind when it failed or was cancelled, as it was at that moment. */
        GuestLeft: {
            /** @description What holds it, such as `clone`: it cannot be deleted until root has unlocked it, as `message` says; null when nothing does. */
            lock: string | null;
            /** @description Its node. */
            node: string;
            /**
             * @description Whether it runs; `unknown` where it could not be looked at.
             * @enum {string}
             */
            state: "running" | "stopped" | "unknown";
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its VMID. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description When a guest that is made is ready.
         * @example {
         *       "check": "port",
         *       "port": 22,
         *       "minutes": 10
         *     }
         */
        GuestReadiness: {
            /**
             * @description What is looked at once it is made: `none`, that it runs, that its agent answers (VMs only), that an address of it is known, or that a TCP port at one of its addresses answers.
             * @enum {string}
             */
            check: "none" | "running" | "agent" | "address" | "port";
            /**
             * @description How long that may take once the guest runs, before it has failed.
             * @default 5
             */
            minutes?: number;
            /** @description The port, with the check `port` only. */
            port?: number | null;
        };
        /**
         * @description What NetBox has, or is to have, of a guest.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000001",
         *       "guest": {
         *         "type": "qemu",
         *         "node": "pve1",
         *         "vmid": 1042,
         *         "name": "web-1"
         *       },
         *       "state": "recorded",
         *       "behind": false,
         *       "machine_id": 17,
         *       "url": "https://netbox.example/virtualization/virtual-machines/17/",
         *       "requester": "ana",
         *       "created": "2026-03-01T09:00:00Z",
         *       "recorded_at": "2026-03-01T09:00:05Z"
         *     }
         */
        GuestRecord: {
            /** @description Whether NetBox does not say yet what it is to say. */
            behind: boolean;
            /**
             * Format: date-time
             * @description When that was.
             */
            created: string;
            guest: components["schemas"]["RecordedGuest"];
            /**
             * Format: uuid
             * @description Its id, which stands in the description of the virtual machine too.
             */
            id: string;
            /** @description The id of its virtual machine at NetBox; null before it is there. */
            machine_id: number | null;
            /**
             * Format: date-time
             * @description When it was last written.
             */
            recorded_at: string | null;
            /** @description Who made the guest, or asked for it to be recorded. */
            requester: string;
            /**
             * @description `theirs` is what somebody took Direttore's tag off: it is never changed again.
             * @enum {string}
             */
            state: "recording" | "recorded" | "removing" | "removed" | "theirs";
            /** @description Where NetBox shows it. */
            url: string | null;
        };
        /**
         * @description `qemu` for a VM, `lxc` for a container.
         * @enum {string}
         */
        GuestType: "qemu" | "lxc";
        /**
         * @description Who shall have a guest.
         * @example {
         *       "owner": "ana",
         *       "team": "networks"
         *     }
         */
        HandOver: {
            /** @description The person who gets it. */
            owner: components["schemas"]["PersonName"];
            /** @description The team that may change it too; null, or left out, for none. */
            team?: components["schemas"]["TeamName"] | null;
        };
        /**
         * @description How the server and what it needs are.
         * @example {
         *       "status": "up",
         *       "parts": [
         *         {
         *           "name": "database",
         *           "status": "up",
         *           "detail": null
         *         }
         *       ]
         *     }
         */
        Health: {
            /** @description What it needs, one by one. */
            parts: {
                /** @description What is wrong with it; null when nothing is. */
                detail: string | null;
                /** @description What the part is. */
                name: string;
                /**
                 * @description Whether it can be used; `degraded` when it can, but something is wrong.
                 * @enum {string}
                 */
                status: "up" | "degraded" | "down";
            }[];
            /**
             * @description As the worst of its parts.
             * @enum {string}
             */
            status: "up" | "degraded" | "down";
        };
        /**
         * @description How the program is, for operators.
         * @example {
         *       "status": "up",
         *       "parts": [
         *         {
         *           "name": "database",
         *           "status": "up",
         *           "detail": null
         *         }
         *       ],
         *       "duties": [
         *         {
         *           "name": "owners",
         *           "scope": "lab",
         *           "status": "done",
         *           "last_run": "2026-03-01T08:00:00Z",
         *           "last_end": "2026-03-01T08:00:02Z",
         *           "trouble": "Proxmox does not answer",
         *           "troubled_at": "2026-03-01T07:00:00Z",
         *           "next_run": "2026-03-01T08:05:02Z"
         *         }
         *       ]
         *     }
         */
        HealthDetail: {
            /** @description What is done periodically, by name. */
            duties: components["schemas"]["Duty"][];
            /** @description What the program needs. */
            parts: {
                /** @description What is wrong. */
                detail: string | null;
                /** @description One word. */
                name: string;
                /**
                 * @description How it is.
                 * @enum {string}
                 */
                status: "up" | "degraded" | "down";
            }[];
            /**
             * @description The worst of the parts.
             * @enum {string}
             */
            status: "up" | "degraded" | "down";
        };
        /**
         * @description Who has what.
         * @example [
         *       {
         *         "id": 12,
         *         "now": [],
         *         "next": {
         *           "reservation": 18,
         *           "title": "OSPF lesson",
         *           "requester": "bob",
         *           "from": "2027-03-01T13:00:00+01:00",
         *           "until": "2027-03-01T15:00:00+01:00",
         *           "start_dt": "2027-03-01T13:00:00+01:00",
         *           "end_dt": "2027-03-01T15:00:00+01:00",
         *           "whole": true,
         *           "cores": null,
         *           "memory": null,
         *           "disk": null,
         *           "vms": null,
         *           "lxc": null,
         *           "kind": "booking",
         *           "mine": false
         *         },
         *         "allocation": null
         *       }
         *     ]
         */
        HeldList: components["schemas"]["HeldObject"][];
        /** @description Who has something of NetBox. */
        HeldObject: {
            /** @description Of an address, by what it was taken here. */
            allocation: components["schemas"]["Allocation"] | null;
            /** @description Its id at NetBox. */
            id: number;
            /** @description Who has reserved it next. */
            next: components["schemas"]["TimelineEntry"] | null;
            /** @description Who has reserved it for now, with what that holds around its time. */
            now: components["schemas"]["TimelineEntry"][];
        };
        /**
         * @description Who has which addresses of a prefix.
         * @example {
         *       "claims": [
         *         {
         *           "first": "10.10.0.20",
         *           "last": "10.10.0.20",
         *           "by": {
         *             "reservation": 18,
         *             "title": "OSPF lesson",
         *             "requester": "bob",
         *             "from": "2027-03-01T13:00:00+01:00",
         *             "until": "2027-03-01T15:00:00+01:00",
         *             "start_dt": "2027-03-01T13:00:00+01:00",
         *             "end_dt": "2027-03-01T15:00:00+01:00",
         *             "whole": true,
         *             "cores": null,
         *             "memory": null,
         *             "disk": null,
         *             "vms": null,
         *             "lxc": null,
         *             "kind": "booking",
         *             "mine": false
         *           }
         *         }
         *       ],
         *       "allocations": []
         *     }
         */
        HeldOfPrefix: {
            /** @description By address. */
            allocations: components["schemas"]["Allocation"][];
            /** @description By address, and then by time. */
            claims: components["schemas"]["ClaimedAddresses"][];
        };
        /** @description Figures over time. */
        History: {
            /** @description Oldest first; a figure that was not recorded is null. */
            points: components["schemas"]["HistoryPoint"][];
            /** @description The time that was asked for. */
            timeframe: components["schemas"]["Timeframe"];
        };
        /** @description Averages around a moment. */
        HistoryPoint: {
            /** @description Share of the processors in use, 0 to 1. */
            cpu: number | null;
            /** @description Bytes a second; not recorded for nodes. */
            diskread: number | null;
            /** @description Bytes a second; not recorded for nodes. */
            diskwrite: number | null;
            /** @description Bytes. */
            maxmem: number | null;
            /** @description Bytes. */
            mem: number | null;
            /** @description Bytes a second. */
            netin: number | null;
            /** @description Bytes a second. */
            netout: number | null;
            /**
             * Format: date-time
             * @description The moment.
             */
            time: string;
        };
        /** @description Something that can be filtered by. */
        InventoryChoice: {
            /** @description Its name. */
            name: string;
            /** @description What the filter takes. */
            slug: string;
        };
        /** @description The copy of NetBox that is kept here. */
        InventoryCopy: {
            /**
             * Format: date-time
             * @description When all of NetBox was last read.
             */
            compared_at: string;
            /** @description How many devices it has. */
            devices: number;
            /** @description How many addresses. */
            ip_addresses: number;
            /** @description How many prefixes. */
            prefixes: number;
            /**
             * Format: date-time
             * @description When it was last known to agree with NetBox, as far as its change log and stamps tell.
             */
            read_at: string;
            /** @description What was last wrong with reading; it is over where `read_at` is later than `troubled_at`. Null where nothing ever was. */
            trouble: string | null;
            /**
             * Format: date-time
             * @description When that was.
             */
            troubled_at: string | null;
            /** @description How many VLANs. */
            vlans: number;
        };
        /**
         * @description What the lists can be filtered by.
         * @example {
         *       "sites": [
         *         {
         *           "slug": "fra1",
         *           "name": "FRA1"
         *         }
         *       ],
         *       "device_roles": [
         *         {
         *           "slug": "leaf",
         *           "name": "Leaf"
         *         }
         *       ],
         *       "platforms": [
         *         {
         *           "slug": "junos",
         *           "name": "Junos"
         *         }
         *       ],
         *       "roles": [
         *         {
         *           "slug": "guests",
         *           "name": "Guests"
         *         }
         *       ],
         *       "vlan_groups": [
         *         {
         *           "slug": "fra1-vlans",
         *           "name": "FRA1 VLANs"
         *         }
         *       ],
         *       "vrfs": [
         *         {
         *           "slug": "blue",
         *           "name": "blue"
         *         }
         *       ],
         *       "tags": [
         *         {
         *           "slug": "lab",
         *           "name": "lab"
         *         }
         *       ],
         *       "device_statuses": [
         *         {
         *           "slug": "active",
         *           "name": "Active"
         *         }
         *       ],
         *       "prefix_statuses": [
         *         {
         *           "slug": "container",
         *           "name": "Container"
         *         }
         *       ],
         *       "address_statuses": [
         *         {
         *           "slug": "reserved",
         *           "name": "Reserved"
         *         }
         *       ],
         *       "address_roles": [
         *         {
         *           "slug": "vip",
         *           "name": "VIP"
         *         }
         *       ],
         *       "vlan_statuses": [
         *         {
         *           "slug": "active",
         *           "name": "Active"
         *         }
         *       ]
         *     }
         */
        InventoryFilters: {
            /** @description Roles that addresses have. */
            address_roles: components["schemas"]["InventoryChoice"][];
            /** @description Statuses that addresses have. */
            address_statuses: components["schemas"]["InventoryChoice"][];
            /** @description Roles of devices. */
            device_roles: components["schemas"]["InventoryChoice"][];
            /** @description Statuses that devices have. */
            device_statuses: components["schemas"]["InventoryChoice"][];
            /** @description Platforms of devices. */
            platforms: components["schemas"]["InventoryChoice"][];
            /** @description Statuses that prefixes have. */
            prefix_statuses: components["schemas"]["InventoryChoice"][];
            /** @description Roles of prefixes and VLANs. */
            roles: components["schemas"]["InventoryChoice"][];
            /** @description Sites. */
            sites: components["schemas"]["InventoryChoice"][];
            /** @description Tags. */
            tags: components["schemas"]["InventoryChoice"][];
            /** @description Groups of VLANs. */
            vlan_groups: components["schemas"]["InventoryChoice"][];
            /** @description Statuses that VLANs have. */
            vlan_statuses: components["schemas"]["InventoryChoice"][];
            /** @description VRFs, which go by their names. */
            vrfs: components["schemas"]["InventoryChoice"][];
        };
        /**
         * @description What a resource is in NetBox.
         * @example {
         *       "kind": "device",
         *       "id": 12,
         *       "name": "fra1-leaf01",
         *       "site": "FRA1",
         *       "role": "Leaf",
         *       "out_of_service": null,
         *       "gone": false
         *     }
         */
        InventoryLink: {
            /** @description Whether NetBox has it no more. */
            gone: boolean;
            /** @description Its number there. */
            id: number;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "device" | "vlan" | "prefix" | "range";
            /** @description What it is called there. */
            name: string;
            /** @description Why NetBox keeps it out of service: its status is another than active, it has the tag `direttore-exclude`, it is gone, or of addresses they are populated, utilized or for DHCP. */
            out_of_service: string | null;
            /** @description Its role. */
            role: string | null;
            /** @description Its site. */
            site: string | null;
        };
        /** @description A VLAN of NetBox. */
        InventoryVlan: {
            /** @description Its custom fields as NetBox writes them. */
            custom_fields: {
                [key: string]: unknown;
            };
            /** @description In words. */
            description: string;
            /** @description The name of its group. */
            group: string | null;
            /** @description The slug of its group. */
            group_slug: string | null;
            /** @description Its id at NetBox. */
            id: number;
            /** @description Its name. */
            name: string;
            /** @description The prefixes that are on it. */
            prefixes: components["schemas"]["VlanPrefix"][];
            /** @description The name of its role. */
            role: string | null;
            /** @description The name of its site. */
            site: string | null;
            /** @description The slug of its site. */
            site_slug: string | null;
            /** @description Its status. */
            status: string;
            /** @description Names of its tags. */
            tags: string[];
            /** @description Its page at NetBox. */
            url: string;
            /** @description Its number. */
            vid: number;
        };
        /**
         * @description A person, and the link that lets them set a password.
         * @example {
         *       "person": {
         *         "name": "ana",
         *         "display": "Ana Rossi",
         *         "disabled": false,
         *         "local": true,
         *         "oidc": false,
         *         "grants": [
         *           {
         *             "role": "user",
         *             "scope": "everywhere",
         *             "value": null
         *           }
         *         ],
         *         "provided": [],
         *         "teams": [
         *           "networks"
         *         ],
         *         "provided_teams": [],
         *         "sentences": [
         *           "You may see the whole lab."
         *         ],
         *         "created": "2026-03-01T09:00:00Z",
         *         "last_sign_in": null
         *       },
         *       "link": "/sign-in#hQ3vD0yW7kq",
         *       "expires": "2026-03-08T09:00:00Z"
         *     }
         */
        Invitation: {
            /**
             * Format: date-time
             * @description When the link ends.
             */
            expires: string;
            /** @description Path and fragment of the sign-in page, shown once. */
            link: string;
            /** @description The person. */
            person: components["schemas"]["Person"];
        };
        /**
         * @description `dhcp`, an address with prefix length, or null or `manual` for none.
         * @default null
         * @example dhcp
         * @example 10.10.100.5/24
         */
        Ip: string | null;
        /**
         * @description `auto` (SLAAC), `dhcp`, an address with prefix length, or null or `manual` for none.
         * @default null
         * @example auto
         * @example 2001:db8::5/64
         */
        Ip6: string | null;
        /** @description An address. */
        IpAddress: {
            /** @description With its mask. */
            address: string;
            /** @description What has it. */
            assigned_to: components["schemas"]["Assignment"] | null;
            /** @description Its custom fields as NetBox writes them. */
            custom_fields: {
                [key: string]: unknown;
            };
            /** @description In words. */
            description: string;
            /** @description Its DNS name. */
            dns_name: string;
            /**
             * @description The version of IP.
             * @enum {integer}
             */
            family: 4 | 6;
            /** @description Its id at NetBox. */
            id: number;
            /** @description The narrowest prefix around it. */
            prefix: string | null;
            /** @description The gateway of the narrowest prefix around it; null where that is not known. */
            prefix_gateway: string | null;
            /** @description The id of that. */
            prefix_id: number | null;
            /** @description Its role. */
            role: string | null;
            /** @description Its status. */
            status: string;
            /** @description Names of its tags. */
            tags: string[];
            /** @description Whose it is. */
            tenant: string | null;
            /** @description Its page at NetBox. */
            url: string;
            /** @description The name of its VRF, or `global`. */
            vrf: string;
        };
        /**
         * @description Addresses.
         * @example [
         *       {
         *         "id": 21,
         *         "address": "10.10.0.10/24",
         *         "family": 4,
         *         "dns_name": "leaf01.lab.example",
         *         "description": "",
         *         "status": "active",
         *         "vrf": "global",
         *         "tags": [],
         *         "prefix_gateway": "10.10.0.1",
         *         "custom_fields": {},
         *         "role": null,
         *         "tenant": null,
         *         "prefix": "10.10.0.0/24",
         *         "prefix_id": 4,
         *         "assigned_to": {
         *           "kind": "device",
         *           "id": 12,
         *           "name": "fra1-leaf01",
         *           "interface": "xe-0/0/1"
         *         },
         *         "url": "https://netbox.example/ipam/ip-addresses/21/"
         *       }
         *     ]
         */
        IpAddressList: components["schemas"]["IpAddress"][];
        /**
         * @description A one-time link to look at.
         * @example {
         *       "token": "hQ3vD0yW7kq"
         *     }
         */
        LinkCheck: {
            /** @description What follows `#` in the link. */
            token: string;
        };
        /**
         * @description A one-time link and the password to set.
         * @example {
         *       "token": "hQ3vD0yW7kq",
         *       "password": "correct horse battery staple"
         *     }
         */
        LinkSignIn: {
            /** @description The new password; 12 characters or more. */
            password: string;
            /** @description What follows `#` in the link. */
            token: string;
        };
        /**
         * Format: date-time
         * @description When the lock was seen to begin; absent where nothing holds the guest, or nobody looked.
         */
        LockSince: string;
        /** @description How long orders wait for the lock at the most, in seconds; absent where nothing holds the guest. */
        LockWait: number;
        /**
         * @description A feed that was made.
         * @example {
         *       "feed": {
         *         "id": "0198c0de-5b1c-7000-8000-000000000021",
         *         "name": "My labs",
         *         "scope": "mine",
         *         "created": "2026-03-01T09:00:00Z",
         *         "last_used": null
         *       },
         *       "url": "https://lab.example/api/calendar/rT3v0mS0m3S3cr3tThatN0b0dyKnows_-12345678.ics"
         *     }
         */
        MadeFeed: {
            feed: components["schemas"]["CalendarFeed"];
            /**
             * Format: uri
             * @description Its address with the secret.
             */
            url: string;
        };
        /**
         * @description A token that was made.
         * @example {
         *       "token": {
         *         "id": "0198c0de-5b1c-7000-8000-000000000003",
         *         "name": "ci",
         *         "role": "user",
         *         "created": "2026-03-01T09:00:00Z",
         *         "expires": "2026-05-30T09:00:00Z",
         *         "last_used": null,
         *         "last_address": null
         *       },
         *       "secret": "dtr_hQ3vD0yW7kq"
         *     }
         */
        MadeToken: {
            /** @description What follows `Bearer`; shown in this answer only. */
            secret: string;
            /** @description The token. */
            token: components["schemas"]["ApiToken"];
        };
        /**
         * @description A webhook that was made.
         * @example {
         *       "webhook": {
         *         "id": "0198c0de-5b1c-7000-8000-000000000041",
         *         "url": "https://chat.example/hooks/7",
         *         "events": [
         *           "reservation.ending"
         *         ],
         *         "enabled": true,
         *         "made_by": "ada",
         *         "made": "2026-03-01T09:00:00Z",
         *         "failed": 0,
         *         "waiting": 0
         *       },
         *       "secret": "whsec_rT3v0mS0m3S3cr3tThatN0b0dyKnows_-12345678"
         *     }
         */
        MadeWebhook: {
            /** @description What deliveries are signed with: `X-Direttore-Signature: t=SECONDS,v1=HEX`, the HMAC-SHA256 of the seconds, a dot and the body. */
            secret: string;
            webhook: components["schemas"]["Webhook"];
        };
        /**
         * @description Who is signed in, and what they may do.
         * @example {
         *       "name": "ana",
         *       "display": "Ana Rossi",
         *       "via": "session",
         *       "role": "user",
         *       "grants": [
         *         {
         *           "role": "user",
         *           "scope": "everywhere",
         *           "value": null
         *         }
         *       ],
         *       "teams": [
         *         "networks"
         *       ],
         *       "sentences": [
         *         "You may see the whole lab."
         *       ],
         *       "rights": [
         *         "see",
         *         "make-guests",
         *         "change-guests"
         *       ],
         *       "expires": "2026-03-08T09:00:00Z",
         *       "local": true
         *     }
         */
        Me: {
            /** @description The name to show. */
            display: string;
            /**
             * Format: date-time
             * @description When the session or token ends at the latest.
             */
            expires: string | null;
            /** @description The roles held, and where. */
            grants: components["schemas"]["Grant"][];
            /** @description Whether there is a password here. */
            local: boolean;
            /** @description The sign-in name. */
            name: components["schemas"]["PersonName"];
            /** @description The rights held at least somewhere. */
            rights: components["schemas"]["Right"][];
            /** @description The highest role held anywhere. */
            role: components["schemas"]["Role"];
            /** @description What the grants mean, to them: sentences such as You may see the whole lab. */
            sentences: string[];
            /** @description The teams that they belong to. */
            teams: components["schemas"]["TeamName"][];
            /**
             * @description How they are signed in; `none` where nobody needs to.
             * @enum {string}
             */
            via: "session" | "token" | "none";
        };
        /** @description Why a member of a group failed or was refused. */
        MemberError: {
            /** @description The reason for people. */
            message: string;
            /** @description A word that stays the same between releases. */
            type: string;
        };
        /**
         * @description What somebody may put new guests on.
         * @example {
         *       "operator": false,
         *       "own": {
         *         "bridges": [
         *           "vmbr1"
         *         ],
         *         "vlans": null,
         *         "storages": [
         *           "local-lvm"
         *         ]
         *       },
         *       "teams": []
         *     }
         */
        MyAllowance: {
            /** @description Whether they are an operator somewhere, who may use everything there. */
            operator: boolean;
            /** @description For guests without a team. */
            own: components["schemas"]["Allowance"];
            /** @description For guests of each of their teams. */
            teams: components["schemas"]["TeamAllowance"][];
        };
        /**
         * @description By which rules somebody reserves.
         * @example {
         *       "bound": true,
         *       "general": {
         *         "longest_minutes": 480,
         *         "shortest_minutes": null,
         *         "horizon_days": 60,
         *         "notice_minutes": null,
         *         "open_most": 5,
         *         "hours_most": null,
         *         "pause_minutes": null,
         *         "extended_minutes": null,
         *         "recurring": true,
         *         "waiting_weight": null,
         *         "check_in_minutes": 15,
         *         "approval": {
         *           "whole_node": true,
         *           "longer_than_hours": 8,
         *           "more_cores_than": null,
         *           "tags": [
         *             "rack-1"
         *           ],
         *           "within_hours": 48
         *         }
         *       },
         *       "teams": [
         *         {
         *           "team": "networks",
         *           "policy": null
         *         }
         *       ]
         *     }
         */
        MyReservationRules: {
            /** @description Whether they bind you; not where you are an operator of the whole lab. */
            bound: boolean;
            /** @description For what is of no team, and for teams without rules of their own; null where there are none. */
            general: components["schemas"]["ReservationRules"] | null;
            /** @description Your teams; without rules of its own (null) a team goes by the general ones. */
            teams: components["schemas"]["Policy"][];
        };
        /** @description One of several words, as NetBox writes it. */
        NetBoxChoice: {
            /** @description The same for people. */
            label: string;
            /** @description The word. */
            value: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A device as NetBox writes it; the fields that pages show are named, its version may have more. */
        NetBoxDevice: {
            /** @description Its inventory number. */
            asset_tag?: string | null;
            /** @description Its custom fields. */
            custom_fields?: {
                [key: string]: unknown;
            };
            /** @description In words. */
            description?: string;
            /** @description What model it is. */
            device_type?: components["schemas"]["NetBoxRef"];
            /** @description What NetBox calls it. */
            display: string;
            /** @description Where its page is at NetBox. */
            display_url?: string;
            /** @description Its id at NetBox. */
            id: number;
            /** @description When it was last changed. */
            last_updated?: string | null;
            /** @description Where in the site. */
            location?: components["schemas"]["NetBoxRef"] | null;
            /** @description Its name; a device may have none. */
            name?: string | null;
            /** @description What runs on it. */
            platform?: components["schemas"]["NetBoxRef"] | null;
            /** @description Its address. */
            primary_ip4?: components["schemas"]["NetBoxRef"] | null;
            /** @description Its address of IPv6. */
            primary_ip6?: components["schemas"]["NetBoxRef"] | null;
            /** @description In which rack. */
            rack?: components["schemas"]["NetBoxRef"] | null;
            role?: components["schemas"]["NetBoxRef"];
            /** @description Its serial number. */
            serial?: string;
            site?: components["schemas"]["NetBoxRef"];
            status?: components["schemas"]["NetBoxChoice"];
            /** @description Its tags. */
            tags?: components["schemas"]["NetBoxTag"][];
            /** @description Whose it is. */
            tenant?: components["schemas"]["NetBoxRef"] | null;
            /** @description Where it is in NetBox's API. */
            url?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Devices.
         * @example [
         *       {
         *         "id": 12,
         *         "url": "https://netbox.example/api/dcim/devices/12/",
         *         "display": "fra1-leaf01",
         *         "name": "fra1-leaf01",
         *         "status": {
         *           "value": "active",
         *           "label": "Active"
         *         },
         *         "site": {
         *           "id": 1,
         *           "display": "FRA1",
         *           "name": "FRA1",
         *           "slug": "fra1"
         *         },
         *         "role": {
         *           "id": 3,
         *           "display": "Leaf",
         *           "name": "Leaf",
         *           "slug": "leaf"
         *         },
         *         "platform": null,
         *         "tags": [],
         *         "custom_fields": {},
         *         "last_updated": "2026-03-01T09:00:00.000000Z"
         *       }
         *     ]
         */
        NetBoxDevices: components["schemas"]["NetBoxDevice"][];
        /** @description Another object, in short, as NetBox writes it. */
        NetBoxRef: {
            /** @description What NetBox calls it. */
            display: string;
            /** @description Its id at NetBox. */
            id: number;
            /** @description Its name. */
            name?: string | null;
            /** @description Its slug. */
            slug?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description How it stands with NetBox.
         * @example {
         *       "reachable": true,
         *       "version": "4.7.3",
         *       "url": "https://netbox.example",
         *       "simulated": false,
         *       "writes": true,
         *       "copy": {
         *         "read_at": "2026-03-01T09:00:00Z",
         *         "compared_at": "2026-03-01T03:00:00Z",
         *         "trouble": null,
         *         "troubled_at": null,
         *         "devices": 40,
         *         "prefixes": 24,
         *         "ip_addresses": 180,
         *         "vlans": 16
         *       }
         *     }
         * @example {
         *       "reachable": false,
         *       "reason": "Token expired",
         *       "url": "https://netbox.example",
         *       "simulated": false,
         *       "writes": true,
         *       "copy": null
         *     }
         */
        NetBoxStatus: {
            /** @description The copy that is answered from; null while nothing was read. */
            copy: components["schemas"]["InventoryCopy"] | null;
            /** @description Whether it answered when it was last asked. */
            reachable: boolean;
            /** @description Why it is not reachable, in its own words where it said any. */
            reason?: string;
            /** @description Whether it is the simulated NetBox. */
            simulated: boolean;
            /** @description Where it is; absent where no NetBox is set. */
            url?: string;
            /** @description Its version (`reachable`). */
            version?: string;
            /** @description Whether anything is written to it (`NETBOX_WRITE`), as it is where addresses are taken. */
            writes: boolean;
        };
        /** @description A tag, as NetBox writes it. */
        NetBoxTag: {
            /** @description Its colour, six hexadecimal digits. */
            color?: string;
            /** @description Its id at NetBox. */
            id: number;
            /** @description Its name. */
            name: string;
            /** @description Its slug. */
            slug: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A bridge or VNet that guests can be plugged into. */
        Network: {
            /** @description Whether it is up. */
            active: boolean;
            /** @description The note that Proxmox keeps with it; empty when there is none. */
            comments: string;
            /** @description Its name, as `bridge` of a network card wants it. */
            iface: string;
            /** @description `bridge`, `OVSBridge` or `vnet`. */
            type: string;
            /** @description Whether it carries tagged frames for guests. */
            vlan_aware: boolean;
        };
        /**
         * @description What is to be held. All of it may be left out.
         * @example {
         *       "description": "web server"
         *     }
         */
        NewAllocation: {
            /** @description This address and no other, with the length of the prefix or without; the next free one by default. */
            address?: string | null;
            /**
             * @description What it is for.
             * @default
             */
            description?: string | null;
            /**
             * Format: date-time
             * @description When it is given back if no guest is to have it; in an hour by default.
             */
            until?: string | null;
        };
        /**
         * @description What somebody has to approve, when any of it holds.
         * @example {
         *       "whole_node": true,
         *       "longer_than_hours": 8
         *     }
         */
        NewApprovalRule: {
            /** @description What lasts longer than this. */
            longer_than_hours?: number | null;
            /** @description What has more cores of nodes than this in all. */
            more_cores_than?: number | null;
            /** @description A resource that has any of these. */
            tags?: string[] | null;
            /**
             * @description A node as a whole.
             * @default false
             */
            whole_node?: boolean | null;
            /** @description How long an approval is waited for; until the start at the latest. */
            within_hours?: number | null;
        };
        /**
         * @description What is closed, when, and what becomes of reservations in the way.
         * @example {
         *       "title": "New firmware",
         *       "start_dt": "2027-03-01T08:00:00",
         *       "end_dt": "2027-03-01T18:00:00",
         *       "claims": [
         *         {
         *           "node": "pve1"
         *         },
         *         {
         *           "device": "sw1"
         *         }
         *       ],
         *       "conflicts": "keep"
         *     }
         */
        NewBlackout: {
            /** @description What is closed, each by its name and as a whole. */
            claims: components["schemas"]["BlackoutClaim"][];
            /**
             * @description Whether reservations that are in the way keep it from being made (`refuse`), stay beside it (`keep`), or are cancelled.
             * @default refuse
             * @enum {string|null}
             */
            conflicts?: "refuse" | "keep" | "cancel" | null;
            /** @description When it ends; not part of it. */
            end_dt: string;
            /** @description More about it. */
            notes?: string | null;
            /** @description When it starts, with an offset or as a time of the zone. */
            start_dt: string;
            /** @description The zone of its times, such as `Europe/Rome`; the lab's if not given. */
            time_zone?: string | null;
            /** @description Why, as everybody reads it. */
            title: string;
        };
        /**
         * @description What is to be claimed, one of: the whole of a `node`; `cores` and `memory` of it, as its disks are those of its storages; a `guest`; a `device`; a `vlan`, or one by its `vlan_name`; `disk` of a `storage`;
         *     a range of `addresses`; `count` free addresses of a `prefix` of NetBox; so many `vms` and `lxc` of a `pool`, or all of it; or `count` of `any` resources of a kind.
         *
         *     A range is refused where NetBox has an address of it other than a gateway, or somebody took one, unless it is a pool there. Of a prefix, addresses are chosen as `GET /api/inventory/prefixes/{id}/available` finds them, and stay the same where a reservation is moved to a time in which they are free.
         * @example {
         *       "node": "pve1",
         *       "cores": 8,
         *       "memory": 16384
         *     }
         * @example {
         *       "storage": "ceph",
         *       "disk": 107374182400
         *     }
         * @example {
         *       "addresses": "10.20.0.10-10.20.0.50"
         *     }
         * @example {
         *       "pool": "lab-a",
         *       "vms": 4,
         *       "lxc": 0
         *     }
         * @example {
         *       "prefix": 4,
         *       "count": 30
         *     }
         */
        NewClaim: {
            /** @description A range such as `10.20.0.10-10.20.0.50`, a prefix such as `10.20.0.0/24` or `2001:db8::/64`, or one address; 65,536 of IPv4 or a /64 of IPv6 at the most. */
            addresses?: string;
            /** @description Any resource of a kind that has all of these tags. */
            any?: {
                /** @description Processors of a node; nothing of these for the whole node. */
                cores?: number;
                /**
                 * @description The kind.
                 * @enum {string}
                 */
                kind: "node" | "device" | "port" | "vlan" | "network" | "console";
                /** @description MiB of a node. */
                memory?: number;
                /** @description The tags. */
                tags?: string[];
            };
            /** @description Processors of the node. */
            cores?: number;
            /**
             * @description How many of `any`, up to 200, or addresses of the `prefix`, up to 400.
             * @default 1
             */
            count?: number;
            /** @description The name of a device. */
            device?: string;
            /** @description Bytes of the storage. */
            disk?: number;
            /** @description The VMID of a guest. */
            guest?: components["schemas"]["Vmid"];
            /** @description Containers of the pool. */
            lxc?: number;
            /** @description MiB of the node. */
            memory?: number;
            /** @description A node. */
            node?: string;
            /** @description The name of a pool. */
            pool?: string;
            /** @description The number of a prefix in NetBox, once in a reservation. */
            prefix?: number;
            /** @description A storage as it is listed: one that all nodes share by its name, another as `node/storage`. */
            storage?: string;
            /** @description The number of a VLAN. */
            vlan?: number;
            /** @description A VLAN as it is listed, such as `fra1-servers/110`, where several in NetBox have its number. */
            vlan_name?: string;
            /** @description VMs of the pool. */
            vms?: number;
        };
        /** @description What is to be claimed. */
        NewClaimList: components["schemas"]["NewClaim"][];
        /** @description A container to unpack from an archive. */
        NewContainer: {
            /**
             * @description Processors that it may use.
             * @default 1
             */
            cores?: number | null;
            /**
             * @description A note about it, shown in Proxmox too.
             * @default
             */
            description?: string | null;
            /**
             * @description GiB of the root file system.
             * @default 8
             */
            disk_size?: number | null;
            dns?: components["schemas"]["Dns"];
            /** @description What it may do beyond what containers may. */
            features?: {
                /**
                 * @description Whether containers may run inside it.
                 * @default false
                 */
                nesting?: boolean | null;
            } | null;
            /** @description DNS labels joined by dots (RFC 1123). */
            hostname: string;
            /**
             * @description MiB.
             * @default 512
             */
            memory?: number | null;
            /**
             * @description Their names must differ.
             * @default []
             */
            nics?: components["schemas"]["ContainerNic"][] | null;
            /** @description Root's password; shown nowhere. */
            password?: string | null;
            ssh_keys?: components["schemas"]["SshKeys"];
            /**
             * @description Whether to start it once it is made.
             * @default false
             */
            start_after_create?: boolean | null;
            /** @description Where the root file system goes. */
            storage: string;
            /**
             * @description MiB; counts as memory in quotas.
             * @default 512
             */
            swap?: number | null;
            /** @description Its tags. */
            tags?: components["schemas"]["Tags"];
            /** @description The team that may change it too. */
            team?: string | null;
            /**
             * @description The archive to unpack.
             * @example local:vztmpl/debian-13-standard_13.1-1_amd64.tar.zst
             */
            template: string;
            /**
             * @description Whether root inside is an ordinary account outside.
             * @default true
             */
            unprivileged?: boolean | null;
            /** @description The server chooses one when it is left out. */
            vmid?: number | null;
        };
        /**
         * @description A feed that shall be made.
         * @example {
         *       "scope": "mine",
         *       "name": "My labs"
         *     }
         */
        NewFeed: {
            /** @description What calendars call it; `Reservations` without one. */
            name?: string;
            /** @description Which reservations it shows: those of oneself and the own teams, everybody's, or those of a team. */
            scope: string;
        };
        /**
         * @description Many orders.
         * @example {
         *       "title": "Start 2 guests",
         *       "wave": 2,
         *       "members": [
         *         {
         *           "node": "pve1",
         *           "type": "qemu",
         *           "vmid": 1042,
         *           "action": "start"
         *         },
         *         {
         *           "node": "pve1",
         *           "type": "lxc",
         *           "vmid": 1043,
         *           "action": "start"
         *         }
         *       ]
         *     }
         */
        NewGroup: {
            /** @description What to do with which guest, in turn. */
            members: components["schemas"]["NewMember"][];
            /**
             * @description What follows once all that is ordered has ended; nothing when absent. Not where a guest is deleted.
             * @enum {string|null}
             */
            then?: "start" | null;
            /** @description What people see it by. */
            title?: string | null;
            /**
             * @description How many of its operations may be under way at once.
             * @default 10
             */
            wave?: number | null;
        };
        /**
         * @description One order of a group.
         * @example {
         *       "node": "pve1",
         *       "type": "qemu",
         *       "vmid": 1042,
         *       "action": "shutdown",
         *       "timeout": 60
         *     }
         */
        NewMember: {
            /**
             * @description What to do with it.
             * @enum {string}
             */
            action: "create" | "start" | "stop" | "reboot" | "shutdown" | "resume" | "delete" | "snapshot";
            /** @description For `snapshot`: a note on it. */
            description?: string | null;
            /** @description For `delete`: whether to stop it first if it runs. */
            force?: boolean | null;
            /** @description For `shutdown`: whether to stop the guest when it does not obey. */
            force_stop?: boolean | null;
            /** @description For `create`: the body of the order of a VM or a container. */
            guest?: components["schemas"]["NewVm"] | components["schemas"]["NewContainer"];
            /** @description For `snapshot`: its name. */
            name?: string | null;
            /** @description Where the guest is or is to be made. */
            node: string;
            /** @description For `snapshot`: whether to keep the memory of a running VM too. */
            ram?: boolean | null;
            /** @description For `shutdown` and `reboot`: how many seconds it may take; 0 for the default of Proxmox. */
            timeout?: number | null;
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description The guest; for `create`, `guest` has it. */
            vmid?: number | null;
            /**
             * @description Whether to wait while something else at Proxmox holds the guest.
             * @default true
             */
            wait_for_lock?: boolean | null;
        };
        /**
         * @description Somebody to add.
         * @example {
         *       "name": "ana",
         *       "display": "Ana Rossi",
         *       "grants": [
         *         {
         *           "role": "user",
         *           "scope": "everywhere",
         *           "value": null
         *         }
         *       ],
         *       "teams": [
         *         "networks"
         *       ]
         *     }
         */
        NewPerson: {
            /** @description The name to show; the sign-in name when left out. */
            display?: string | null;
            /** @description The roles that they get, and where. */
            grants: components["schemas"]["Grant"][];
            /** @description The sign-in name; it stays. */
            name: components["schemas"]["PersonName"];
            /** @description The teams that they belong to. */
            teams?: components["schemas"]["TeamName"][] | null;
        };
        /**
         * @description A pool to be made.
         * @example {
         *       "name": "lab-a",
         *       "proxmox_node": "pve1",
         *       "max_vms": 10,
         *       "max_lxc": 20
         *     }
         */
        NewPool: {
            /**
             * @description The most containers.
             * @default 20
             */
            max_lxc?: number | null;
            /**
             * @description The most VMs of all reservations at once.
             * @default 10
             */
            max_vms?: number | null;
            /** @description Its name. */
            name: string;
            /** @description The node that it is of. */
            proxmox_node: string;
        };
        /**
         * @description Which guest is to be recorded.
         * @example {
         *       "type": "qemu",
         *       "node": "pve1",
         *       "vmid": 103
         *     }
         */
        NewRecord: {
            /** @description Its node. */
            node: string;
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its VMID. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description A booking.
         * @example {
         *       "title": "BGP lesson",
         *       "proxmox_node": "pve1",
         *       "start_dt": "2027-03-01T09:00:00",
         *       "end_dt": "2027-03-01T12:00:00"
         *     }
         * @example {
         *       "title": "BGP lesson",
         *       "start_dt": "2027-03-01T09:00:00+01:00",
         *       "end_dt": "2027-03-01T12:00:00+01:00",
         *       "claims": [
         *         {
         *           "node": "pve1",
         *           "cores": 8,
         *           "memory": 16384
         *         },
         *         {
         *           "any": {
         *             "kind": "device",
         *             "tags": [
         *               "junos"
         *             ]
         *           },
         *           "count": 2
         *         }
         *       ],
         *       "team": "networks",
         *       "at_end": "destroy",
         *       "guests": [
         *         {
         *           "kind": "vm",
         *           "name": "pc-{n}",
         *           "count": 4,
         *           "request": {
         *             "clone_from": 900,
         *             "cores": 2,
         *             "memory": 2048
         *           }
         *         }
         *       ]
         *     }
         */
        NewReservation: {
            /** @description What happens to guests at the end; if not given, those that were made for it are destroyed and others left alone. */
            at_end?: components["schemas"]["ReservationEnd"] | null;
            /** @description What happens to its guests at the start. */
            at_start?: components["schemas"]["ReservationStart"] | null;
            /** @description What it claims. */
            claims?: components["schemas"]["NewClaim"][] | null;
            /**
             * @description Whether to book nothing.
             * @default false
             */
            dry_run?: boolean | null;
            /** @description When it ends; not part of it. */
            end_dt: string;
            /** @description Minutes after the end in which a later end brings back what only rests; 10 if not given and something is to be destroyed. */
            grace_minutes?: number | null;
            /** @description What is made for it; it claims of its nodes and storages, and of what whoever reserves, and their team, may have. What a clone takes of a storage is not claimed where it is linked, or its template has disks on several. */
            guests?: components["schemas"]["OrderedGuest"][] | null;
            /** @description Minutes before the start in which guests are made; chosen if not given. */
            lead_minutes?: number | null;
            /** @description More about it. */
            notes?: string | null;
            /**
             * @description Whether others see no more than that something is reserved.
             * @default false
             */
            private?: boolean | null;
            /** @description A node; claimed as a whole where there are no `claims` and no `vmid`. Beside `claims` one that they name, or where the guest is that they name; they say themselves which node they mean, and one of `any` is not named. */
            proxmox_node?: string | null;
            /** @description How it repeats; once if not given. */
            recurrence?: components["schemas"]["Recurrence"];
            /** @description Whose it is; yourself if not given. */
            requester?: string | null;
            /**
             * @description What the guest is, or what is to run on the node.
             * @default vm
             * @enum {string|null}
             */
            resource_type?: "vm" | "lxc" | null;
            /** @description When it starts, with an offset or as a time of the zone. */
            start_dt: string;
            /** @description One of your teams that it is for, by whose rules it goes; null for none, by the general ones. */
            team?: components["schemas"]["TeamName"] | null;
            /** @description The zone of its times, such as `Europe/Rome`; the lab's if not given. */
            time_zone?: string | null;
            /** @description What it is for. */
            title: string;
            /** @description A guest. Beside `claims` one that they name. */
            vmid?: number | null;
        };
        /**
         * @description A device, a VLAN or the like.
         * @example {
         *       "kind": "device",
         *       "name": "sw3",
         *       "tags": [
         *         "junos",
         *         "switch"
         *       ]
         *     }
         */
        NewResource: {
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "device" | "port" | "vlan" | "network" | "console";
            /** @description A name, or the number of a VLAN. */
            name: string;
            /** @description What `any` finds it by; null is none. */
            tags?: string[] | null;
        };
        /** @description A snapshot to take. */
        NewSnapshot: {
            /**
             * @description What it is for.
             * @default
             */
            description?: string | null;
            /** @description Its name, not one that the guest has already. */
            name: components["schemas"]["SnapshotName"];
            /**
             * @description Whether to save the memory of a running VM too; containers have none.
             * @default false
             */
            ram?: boolean | null;
            wait_for_lock?: components["schemas"]["WaitForLock"];
        };
        /**
         * @description A team to add.
         * @example {
         *       "name": "networks"
         *     }
         */
        NewTeam: {
            /** @description Its name; it stays. */
            name: components["schemas"]["TeamName"];
        };
        /**
         * @description A token to make.
         * @example {
         *       "name": "ci",
         *       "role": "user",
         *       "days": 90
         *     }
         */
        NewToken: {
            /** @description For how long it is good. */
            days: number;
            /** @description What to call it; on one line and not blank. */
            name: string;
            /** @description The most that it may do. */
            role: components["schemas"]["Role"];
        };
        /** @description Either an empty `disk` on a `storage`, with an `iso` in the drive or none; or a copy, with `clone_from`. */
        NewVm: {
            /** @description The VMID of a template (or VM) to copy. */
            clone_from?: number | null;
            /** @description 1 by default; the template's for a clone. */
            cores?: number | null;
            /**
             * @description A note about it, shown in Proxmox too.
             * @default
             */
            description?: string | null;
            /**
             * @description The disk's size with unit M, G or T. For a clone, the size to grow its first disk to; left out, it stays as it is.
             * @example 32G
             */
            disk?: string | null;
            dns?: components["schemas"]["Dns"];
            /** @description For clones, true copies all data and false shares the template's disks. Left out, it is decided from the storage. */
            full?: boolean | null;
            /**
             * @description The installation image.
             * @example local:iso/debian-13.1.0-amd64-netinst.iso
             */
            iso?: string | null;
            /** @description MiB; 2048 by default; the template's for a clone. */
            memory?: number | null;
            /** @description DNS labels joined by dots (RFC 1123). */
            name: string;
            /**
             * @description Its network cards, in order: `net0`, `net1` and so on.
             * @default []
             */
            nics?: components["schemas"]["VmNic"][] | null;
            /**
             * @description A hint of what runs inside; `l26` (Linux) by default; the template's for a clone.
             * @enum {string|null}
             */
            ostype?: "other" | "wxp" | "w2k" | "w2k3" | "w2k8" | "wvista" | "win7" | "win8" | "win10" | "win11" | "l24" | "l26" | "solaris" | null;
            /** @description The account's password, set by cloud-init; needs `clone_from`. None is made up, and it is shown nowhere. */
            password?: string | null;
            ssh_keys?: components["schemas"]["SshKeys"];
            /**
             * @description Whether to start it once it is made.
             * @default false
             */
            start_after_create?: boolean | null;
            /** @description Where the disk goes. For a full clone, where the copy goes; left out, where the template is. */
            storage?: string | null;
            /** @description Its tags. */
            tags?: components["schemas"]["Tags"];
            /** @description The team that may change it too. */
            team?: string | null;
            /** @description The account that cloud-init makes, `Administrator` on Windows; needs `clone_from`. */
            user?: string | null;
            /** @description The server chooses one when it is left out. */
            vmid?: number | null;
            /** @description For clones, whether to wait while something else at Proxmox, such as a backup, holds what is copied; with `false` the order is refused with `locked`. */
            wait_for_lock?: boolean | null;
        };
        /**
         * @description What is wanted, for how long, and between which moments.
         * @example {
         *       "title": "BGP lesson",
         *       "claims": [
         *         {
         *           "device": "sw1"
         *         }
         *       ],
         *       "until": "2027-03-05T18:00:00",
         *       "minutes": 120
         *     }
         */
        NewWaitingEntry: {
            /** @description What happens to its guests at the end. */
            at_end?: components["schemas"]["WaitingEnd"] | null;
            /** @description What happens to its guests at the start. */
            at_start?: components["schemas"]["ReservationStart"] | null;
            /** @description What is wanted, as in a booking. */
            claims: components["schemas"]["NewClaim"][];
            /**
             * @description Whether it is only asked where it would stand: the answer is 200, and nothing is kept.
             * @default false
             */
            dry_run?: boolean | null;
            /** @description The earliest start, with an offset or as a time of the zone; now if not given. */
            from?: string | null;
            /** @description For how long. */
            minutes: number;
            /** @description More about it. */
            notes?: string | null;
            /**
             * @description Whether others see no more than that something is reserved, once it is.
             * @default false
             */
            private?: boolean | null;
            /** @description Whose it is; yourself if not given. */
            requester?: string | null;
            /** @description One of your teams that it is for. */
            team?: components["schemas"]["TeamName"] | null;
            /** @description The zone of its times, such as `Europe/Rome`; the lab's if not given. */
            time_zone?: string | null;
            /** @description What it is for. */
            title: string;
            /** @description The latest end; 92 days after `from` and 400 days from now at the most. */
            until: string;
        };
        /**
         * @description A webhook that shall be made.
         * @example {
         *       "url": "https://chat.example/hooks/7",
         *       "events": [
         *         "reservation.ending",
         *         "reservation.ended"
         *       ]
         *     }
         */
        NewWebhook: {
            /**
             * @description Whether it is called at once.
             * @default true
             */
            enabled?: boolean | null;
            /** @description What it is told. */
            events: components["schemas"]["WebhookEvent"][];
            /**
             * Format: uri
             * @description Where it is called: an http or https address without user, password and fragment. It must not lead to this machine or a private network, unless WEBHOOK_PRIVATE_ADDRESSES allows that; redirects are not followed.
             */
            url: string;
        };
        /** @description A node that is not online keeps its last known figures. Figures that were never told, as to an account without `Sys.Audit`, are null. */
        Node: {
            /** @description Load of all processors together, 0 to 1. */
            cpu: number | null;
            /** @description Bytes of its root file system in use. */
            disk: number | null;
            /** @description How many processors it has. */
            maxcpu: number | null;
            /** @description Bytes of its root file system. */
            maxdisk: number | null;
            /** @description Bytes of memory. */
            maxmem: number | null;
            /** @description Bytes of memory in use. */
            mem: number | null;
            /** @description Its name. */
            node: string;
            /**
             * Format: date-time
             * @description When Direttore first saw the node in this status; null when it was so when Direttore began to look.
             */
            since: string | null;
            /**
             * @description `unknown` where neither is certain.
             * @enum {string}
             */
            status: "online" | "offline" | "unknown";
            trouble: components["schemas"]["Trouble"];
            /** @description Seconds. */
            uptime: number | null;
            /** @description Of Proxmox VE, such as `9.1.4`; null while the node has not told it. */
            version: string | null;
        };
        /**
         * @description There is nothing to say.
         * @example {}
         */
        NoOptions: Record<string, never>;
        /**
         * @description Something that you should know of a reservation.
         * @example {
         *       "id": 12,
         *       "kind": "ending",
         *       "at": "2026-03-02T12:55:00Z",
         *       "by": null,
         *       "asked_by": null,
         *       "reason": null,
         *       "check_in_by": null,
         *       "reservation": {
         *         "id": 7,
         *         "title": "BGP for beginners",
         *         "start_dt": "2026-03-02T09:00:00Z",
         *         "end_dt": "2026-03-02T13:00:00Z",
         *         "time_zone": "Europe/Rome"
         *       }
         *     }
         */
        Notice: {
            /** @description The name of who asked for what was approved or refused, where that is not who has the reservation; else null. */
            asked_by: string | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description The name of who did it; null where it happened by itself or nobody knows. */
            by: string | null;
            /**
             * Format: date-time
             * @description Until when somebody has to check in, where it asks for that; else null.
             */
            check_in_by: string | null;
            /**
             * Format: int64
             * @description What it is known by.
             */
            id: number;
            kind: components["schemas"]["NoticeKind"];
            /** @description What was said of it. */
            reason: string | null;
            /** @description The reservation, as it was then. */
            reservation: {
                /**
                 * Format: date-time
                 * @description When it ends.
                 */
                end_dt: string;
                /**
                 * Format: int64
                 * @description Its number.
                 */
                id: number;
                /**
                 * Format: date-time
                 * @description When it begins.
                 */
                start_dt: string;
                /** @description The zone that it was booked in. */
                time_zone: string;
                /** @description What it is for. */
                title: string;
            };
        };
        /**
         * @description What happened to the reservation.
         * @enum {string}
         */
        NoticeKind: "requested" | "booked" | "approved" | "change_approved" | "offered" | "refused" | "change_refused" | "cancelled" | "kept" | "reassigned" | "at_risk" | "ready" | "degraded" | "check_in" | "no_show" | "ending" | "ended";
        /**
         * @description An order and how it goes.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000001",
         *       "kind": "start",
         *       "status": "succeeded",
         *       "phase": "succeeded",
         *       "progress": null,
         *       "waiting": null,
         *       "waiting_since": null,
         *       "waiting_until": null,
         *       "node": "pve1",
         *       "vmid": 1042,
         *       "type": "qemu",
         *       "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam!direttore:",
         *       "steps": [
         *         {
         *           "name": "start",
         *           "state": "done",
         *           "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam!direttore:",
         *           "started": "2026-03-01T09:00:00Z",
         *           "finished": "2026-03-01T09:00:02Z"
         *         }
         *       ],
         *       "warnings": [],
         *       "error": null,
         *       "log": [],
         *       "request": {},
         *       "requested_by": "ana",
         *       "attempt": 1,
         *       "cancel_requested": false,
         *       "retry_of": null,
         *       "secrets": [],
         *       "created": "2026-03-01T09:00:00Z",
         *       "started": "2026-03-01T09:00:00Z",
         *       "finished": "2026-03-01T09:00:02Z",
         *       "worker_silent_since": null
         *     }
         */
        Operation: {
            /** @description How often a worker took it up. */
            attempt: number;
            /** @description Whether somebody asked to end it early. */
            cancel_requested: boolean;
            /**
             * Format: date-time
             * @description When it was ordered.
             */
            created: string;
            /** @description Why it failed; null when it did not. */
            error: components["schemas"]["OperationError"] | null;
            /**
             * Format: date-time
             * @description When it ended; null before.
             */
            finished: string | null;
            /**
             * Format: uuid
             * @description The group of which it does a part; absent where it belongs to none.
             */
            group?: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What was ordered. */
            kind: components["schemas"]["OperationKind"];
            /** @description The last lines of the current task's log, oldest first; empty in lists. */
            log: string[];
            /** @description The node of the guest that it is about; absent where it is about no guest. */
            node?: string;
            /** @description The step that is under way, or the status where none is. */
            phase: string;
            /** @description Of the current task, 0 to 1, where Proxmox tells it. */
            progress: number | null;
            /** @description What was ordered, in the words of the order's body, without passwords and keys. */
            request: {
                [key: string]: unknown;
            };
            /** @description The person who ordered it. */
            requested_by: string;
            /**
             * Format: uuid
             * @description The operation whose order this repeats.
             */
            retry_of: string | null;
            /** @description The secret fields that came with the order; they are forgotten when it ends, and needed again for a retry. */
            secrets: ("password" | "ssh_keys")[];
            /**
             * Format: date-time
             * @description When a worker first took it up; null before.
             */
            started: string | null;
            status: components["schemas"]["OperationStatus"];
            /** @description What it takes, in order. */
            steps: {
                /**
                 * Format: date-time
                 * @description When it ended; null before.
                 */
                finished: string | null;
                /**
                 * @description What the step does.
                 * @enum {string}
                 */
                name: "create" | "clone" | "configure" | "grow-disk" | "start" | "stop" | "reboot" | "shutdown" | "resume" | "leave-ha" | "destroy" | "snapshot" | "rollback" | "delete-snapshot" | "hold" | "release" | "record-guest" | "remove-record";
                /**
                 * Format: date-time
                 * @description When it began; null before.
                 */
                started: string | null;
                /**
                 * @description How the step goes.
                 * @enum {string}
                 */
                state: "pending" | "running" | "done" | "failed" | "undone";
                /** @description The task of Proxmox; null while it is not begun, or where the step needs none. */
                upid: string | null;
            }[];
            /** @description Whether that guest is a VM or a container; absent where it is about none. */
            type?: components["schemas"]["GuestType"];
            /** @description The latest task of Proxmox. */
            upid: string | null;
            /** @description The guest that it is about; absent where it is about none. */
            vmid?: components["schemas"]["Vmid"];
            /** @description What it waits for, such as `locked by backup`. */
            waiting: string | null;
            /**
             * Format: date-time
             * @description Since when it waits for that.
             */
            waiting_since: string | null;
            /**
             * Format: date-time
             * @description When it gives up, where it does.
             */
            waiting_until: string | null;
            /** @description What Proxmox warned of on the way to success. */
            warnings: string[];
            /**
             * Format: date-time
             * @description Of a running operation, the last sign of life of the worker that has it in hand, when that was more than five seconds ago: what
             *     is shown may be old. Another worker takes the operation up within half a minute. Null otherwise.
             */
            worker_silent_since: string | null;
        };
        /** @description Why an operation failed. */
        OperationError: {
            /** @description The guest that the operation made and left behind; null where there is none for certain. */
            left: components["schemas"]["GuestLeft"] | null;
            /** @description The reason for people, in the words of Proxmox where it gave one. */
            message: string;
            /** @description A word that stays the same between releases. */
            type: string;
        };
        /**
         * @description What was ordered.
         * @enum {string}
         */
        OperationKind: "create-vm" | "clone-vm" | "create-lxc" | "start" | "stop" | "reboot" | "shutdown" | "resume" | "delete" | "snapshot" | "rollback" | "delete-snapshot" | "hold-address" | "release-address" | "record-guest" | "remove-record";
        /**
         * @description A page of operations.
         * @example {
         *       "operations": [
         *         {
         *           "id": "0198c0de-5b1c-7000-8000-000000000001",
         *           "kind": "start",
         *           "status": "succeeded",
         *           "phase": "succeeded",
         *           "progress": null,
         *           "waiting": null,
         *           "waiting_since": null,
         *           "waiting_until": null,
         *           "node": "pve1",
         *           "vmid": 1042,
         *           "type": "qemu",
         *           "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam!direttore:",
         *           "steps": [
         *             {
         *               "name": "start",
         *               "state": "done",
         *               "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam!direttore:",
         *               "started": "2026-03-01T09:00:00Z",
         *               "finished": "2026-03-01T09:00:02Z"
         *             }
         *           ],
         *           "warnings": [],
         *           "error": null,
         *           "log": [],
         *           "request": {},
         *           "requested_by": "ana",
         *           "attempt": 1,
         *           "cancel_requested": false,
         *           "retry_of": null,
         *           "secrets": [],
         *           "created": "2026-03-01T09:00:00Z",
         *           "started": "2026-03-01T09:00:00Z",
         *           "finished": "2026-03-01T09:00:02Z",
         *           "worker_silent_since": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        OperationPage: {
            /** @description Send it as `after` to get the next page; null on the last one. */
            next: string | null;
            /** @description The latest first, without their logs. */
            operations: components["schemas"]["Operation"][];
        };
        /**
         * @description It moves from left to right only.
         * @enum {string}
         */
        OperationStatus: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        /** @description Guests that are made for the reservation, and end with it. */
        OrderedGuest: {
            /** @description What happens to them at the end; as the reservation says if not given. */
            at_end?: components["schemas"]["GuestEnd"] | null;
            /**
             * @description How many.
             * @default 1
             */
            count?: number;
            /**
             * @description VMs or containers.
             * @enum {string}
             */
            kind: "vm" | "lxc";
            /**
             * @description The name; `{n}` stands for the number of each.
             * @example pc-{n}
             */
            name: string;
            /** @description Where; if not given, on the node that the reservation names, by `proxmox_node` or in `claims`. One of `any` is not named: beside it a node has to be given. */
            node?: string | null;
            /** @description When each is ready; when it runs if not given. */
            ready?: components["schemas"]["GuestReadiness"];
            /** @description The order of each, as `NewVm` or `NewContainer` without a name and without secrets. */
            request: Record<string, never>;
        };
        /**
         * @description Whether somebody has it, too little of it is left, it is out of service, or closed by a blackout.
         * @enum {string}
         */
        OverlapCode: "taken" | "capacity" | "out-of-service" | "blackout";
        /**
         * @description Who has a guest.
         * @example {
         *       "vmid": 1042,
         *       "owner": "ana",
         *       "team": "networks",
         *       "since": "2026-03-01T09:00:00Z"
         *     }
         */
        Owner: {
            /** @description The person. */
            owner: components["schemas"]["PersonName"];
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /** @description The team that may change it too, or null. */
            team: string | null;
            /** @description The guest. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description Who has which guest.
         * @example {
         *       "owners": [
         *         {
         *           "vmid": 1042,
         *           "owner": "ana",
         *           "team": "networks",
         *           "since": "2026-03-01T09:00:00Z"
         *         }
         *       ]
         *     }
         */
        OwnerList: {
            /** @description By VMID. */
            owners: components["schemas"]["Owner"][];
        };
        /** @description What a part waits for. */
        PartWaiting: {
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * @description Words that follow "waits for".
             * @example the return of reservation 17
             */
            what: string;
        };
        /**
         * @description The old password and the new one.
         * @example {
         *       "current": "correct horse battery staple",
         *       "password": "seven quiet lamps"
         *     }
         */
        PasswordChange: {
            /** @description The password that holds until now. */
            current: string;
            /**
             * @description Whether to revoke all own API tokens too.
             * @default false
             */
            end_tokens?: boolean | null;
            /** @description The new one; 12 characters or more. */
            password: string;
        };
        /**
         * @description Somebody who may sign in.
         * @example {
         *       "name": "ana",
         *       "display": "Ana Rossi",
         *       "disabled": false,
         *       "local": true,
         *       "oidc": false,
         *       "grants": [
         *         {
         *           "role": "user",
         *           "scope": "everywhere",
         *           "value": null
         *         }
         *       ],
         *       "provided": [],
         *       "teams": [
         *         "networks"
         *       ],
         *       "provided_teams": [],
         *       "sentences": [
         *         "You may see the whole lab."
         *       ],
         *       "created": "2026-03-01T09:00:00Z",
         *       "last_sign_in": null
         *     }
         */
        Person: {
            /**
             * Format: date-time
             * @description When they were added.
             */
            created: string;
            /** @description Whether they are kept from signing in. */
            disabled: boolean;
            /** @description The name to show. */
            display: string;
            /** @description What somebody who manages people gave them. */
            grants: components["schemas"]["Grant"][];
            /**
             * Format: date-time
             * @description When they last signed in; null when they never did.
             */
            last_sign_in: string | null;
            /** @description Whether a password is set. */
            local: boolean;
            /** @description The sign-in name. */
            name: components["schemas"]["PersonName"];
            /** @description Whether they sign in through the OpenID provider. */
            oidc: boolean;
            /** @description What the provider's groups give them, by the settings of today. */
            provided: components["schemas"]["Grant"][];
            /** @description The teams that the provider's groups make them a member of, besides. */
            provided_teams: string[];
            /** @description What the grants mean, in sentences. */
            sentences: string[];
            /** @description The teams that they belong to. */
            teams: components["schemas"]["TeamName"][];
        };
        /**
         * @description What is absent stays as it is.
         * @example {
         *       "disabled": true
         *     }
         */
        PersonChange: {
            /** @description Whether they are kept from signing in; their sessions and tokens end with it. */
            disabled?: boolean | null;
            /** @description The name to show. */
            display?: string | null;
            /** @description The roles that they have, and where; replaces those before. */
            grants?: components["schemas"]["Grant"][] | null;
            /** @description The teams that they belong to; replaces those before. */
            teams?: components["schemas"]["TeamName"][] | null;
        };
        /**
         * @description Everybody who may sign in.
         * @example {
         *       "people": [
         *         {
         *           "name": "ana",
         *           "display": "Ana Rossi",
         *           "disabled": false,
         *           "local": true,
         *           "oidc": false,
         *           "grants": [
         *             {
         *               "role": "user",
         *               "scope": "everywhere",
         *               "value": null
         *             }
         *           ],
         *           "provided": [],
         *           "teams": [
         *             "networks"
         *           ],
         *           "provided_teams": [],
         *           "sentences": [
         *             "You may see the whole lab."
         *           ],
         *           "created": "2026-03-01T09:00:00Z",
         *           "last_sign_in": null
         *         }
         *       ]
         *     }
         */
        PersonList: {
            /** @description By name. */
            people: components["schemas"]["Person"][];
        };
        /**
         * @description The name that somebody signs in with.
         * @example ana
         */
        PersonName: string;
        /** @description Which nodes can take a guest. */
        Placement: {
            /** @description The node to take without another wish; null where none can take it. */
            choice: {
                /** @description The name of the node. */
                node: string;
                /** @description Why it is the best choice. */
                reason: string;
            } | null;
            /** @description All nodes, by name. */
            nodes: {
                /** @description Whether the node has that much left to promise. */
                fits: boolean;
                /** @description The name of the node. */
                node: string;
                /** @description Why an order would be refused. */
                obstacle: string | null;
                /** @description Whether an order would be taken. */
                possible: boolean;
                room: components["schemas"]["Room"];
                /** @description The storage to name in the order, the one with the most room that you may use; null for a copy that lies with its template, and where an order would be refused. */
                storage: string | null;
            }[];
        };
        /**
         * @description The rules of a team, or those for all.
         * @example {
         *       "team": "networks",
         *       "policy": {
         *         "longest_minutes": 480,
         *         "shortest_minutes": null,
         *         "horizon_days": 60,
         *         "notice_minutes": null,
         *         "open_most": 5,
         *         "hours_most": null,
         *         "pause_minutes": null,
         *         "extended_minutes": null,
         *         "recurring": true,
         *         "waiting_weight": null,
         *         "check_in_minutes": 15,
         *         "approval": {
         *           "whole_node": true,
         *           "longer_than_hours": 8,
         *           "more_cores_than": null,
         *           "tags": [
         *             "rack-1"
         *           ],
         *           "within_hours": 48
         *         }
         *       }
         *     }
         */
        Policy: {
            /** @description The rules; null where there are none. */
            policy: components["schemas"]["ReservationRules"] | null;
            /** @description The team; null for those for all. */
            team: string | null;
        };
        /**
         * @description All rules.
         * @example {
         *       "general": {
         *         "longest_minutes": 480,
         *         "shortest_minutes": null,
         *         "horizon_days": 60,
         *         "notice_minutes": null,
         *         "open_most": 5,
         *         "hours_most": null,
         *         "pause_minutes": null,
         *         "extended_minutes": null,
         *         "recurring": true,
         *         "waiting_weight": null,
         *         "check_in_minutes": 15,
         *         "approval": {
         *           "whole_node": true,
         *           "longer_than_hours": 8,
         *           "more_cores_than": null,
         *           "tags": [
         *             "rack-1"
         *           ],
         *           "within_hours": 48
         *         }
         *       },
         *       "teams": []
         *     }
         */
        PolicyList: {
            /** @description For what is of no team, and for teams without rules of their own; null where there are none. */
            general: components["schemas"]["ReservationRules"] | null;
            /** @description The teams that have rules of their own. */
            teams: components["schemas"]["Policy"][];
        };
        /**
         * @description Rules of reserving; null and what is left out say nothing.
         * @example {
         *       "longest_minutes": 480,
         *       "horizon_days": 60,
         *       "open_most": 5,
         *       "recurring": true,
         *       "approval": {
         *         "whole_node": true,
         *         "longer_than_hours": 8,
         *         "tags": [
         *           "rack-1"
         *         ],
         *         "within_hours": 48
         *       }
         *     }
         */
        PolicyRules: {
            /** @description What somebody has to approve. */
            approval?: components["schemas"]["NewApprovalRule"] | null;
            /** @description How long after its start somebody has to check in, or else it is returned; null is never. What is not longer than that needs no check-in. */
            check_in_minutes?: number | null;
            /** @description How long one may last in all that is extended while it is under way; not less than `longest_minutes`. */
            extended_minutes?: number | null;
            /** @description How many days ahead one may begin. */
            horizon_days?: number | null;
            /** @description How many hours of those may be ahead in all. */
            hours_most?: number | null;
            /** @description How long one may last. */
            longest_minutes?: number | null;
            /** @description How long before its start it must be booked. */
            notice_minutes?: number | null;
            /** @description How many somebody may have at once that are to come or under way. */
            open_most?: number | null;
            /** @description How long somebody leaves a resource to others between two of theirs. */
            pause_minutes?: number | null;
            /**
             * @description Whether it may repeat.
             * @default true
             */
            recurring?: boolean | null;
            /** @description How long one lasts at the least; not more than `longest_minutes`. */
            shortest_minutes?: number | null;
            /** @description In the waiting list, what was had in the last 14 days counts so many times less; null is once. */
            waiting_weight?: number | null;
        };
        /**
         * @description A part of a node that is counted in guests.
         * @example {
         *       "id": 7,
         *       "name": "lab-a",
         *       "proxmox_node": "pve1",
         *       "max_vms": 10,
         *       "max_lxc": 20
         *     }
         */
        Pool: {
            /** @description Its number; it is that of the resource too. */
            id: number;
            /** @description The most containers. */
            max_lxc: number;
            /** @description The most VMs of all reservations at once. */
            max_vms: number;
            /** @description Its name. */
            name: string;
            /** @description The node that it is of. */
            proxmox_node: string;
        };
        /**
         * @description What is to be another way; fields that are left out stay.
         * @example {
         *       "max_vms": 12
         *     }
         */
        PoolChange: {
            /** @description The most containers. */
            max_lxc?: number | null;
            /** @description The most VMs of all reservations at once. */
            max_vms?: number | null;
            /** @description Its name. */
            name?: string | null;
            /** @description The node that it is of. */
            proxmox_node?: string | null;
        };
        /**
         * @description Pools.
         * @example [
         *       {
         *         "id": 7,
         *         "name": "lab-a",
         *         "proxmox_node": "pve1",
         *         "max_vms": 10,
         *         "max_lxc": 20
         *       }
         *     ]
         */
        PoolList: components["schemas"]["Pool"][];
        /**
         * @description What somebody prefers.
         * @example {
         *       "time_zone": "Europe/Rome",
         *       "locale": "it",
         *       "mail": "ada@lab.example",
         *       "mails": true,
         *       "lab_time_zone": "Europe/London",
         *       "lab_locale": "en-GB",
         *       "mail_sent": true
         *     }
         */
        Preferences: {
            /** @description The lab's language of dates. */
            lab_locale: string;
            /** @description The lab's zone. */
            lab_time_zone: string;
            /** @description The language in which dates are written, as a tag; null for the lab's. */
            locale: string | null;
            /** @description Where mail is sent; null for nowhere. */
            mail: string | null;
            /** @description Whether any mail is sent from here; else a mail server is to be set. */
            mail_sent: boolean;
            /** @description Whether mail is wanted. */
            mails: boolean;
            /** @description The zone in which times are told; null for the lab's. */
            time_zone: string | null;
        };
        /**
         * @description What shall be preferred.
         * @example {
         *       "time_zone": "Europe/Rome",
         *       "locale": "it",
         *       "mail": "ada@lab.example"
         *     }
         */
        PreferencesChange: {
            /** @description The tag of a known language, such as en-GB or it; null for the lab's. */
            locale?: string | null;
            /** @description Where mail is sent; null for nowhere. */
            mail?: string | null;
            /** @description Whether mail is wanted. */
            mails?: boolean | null;
            /** @description The name of a zone, such as Europe/Rome; null for the lab's. */
            time_zone?: string | null;
        };
        /** @description A prefix. */
        Prefix: {
            /** @description How many prefixes of its VRF are within it. */
            children: number;
            /** @description Its custom fields as NetBox writes them. */
            custom_fields: {
                [key: string]: unknown;
            };
            /** @description How many prefixes of its VRF are around it. */
            depth: number;
            /** @description In words. */
            description: string;
            /** @description Name servers, with blanks between. */
            dns_servers: string | null;
            /**
             * @description The version of IP.
             * @enum {integer}
             */
            family: 4 | 6;
            /** @description The gateway's address; null where it is not known. */
            gateway: string | null;
            /** @description Where that is from. */
            gateway_source: components["schemas"]["GatewaySource"] | null;
            /** @description Its id at NetBox. */
            id: number;
            /** @description Whether the network and broadcast addresses may be used too. */
            is_pool: boolean;
            /** @description Whether NetBox says that it is all in use. */
            mark_utilized: boolean;
            /** @description Its network. */
            prefix: string;
            /** @description The name of its role. */
            role: string | null;
            /** @description The name of its site. */
            site: string | null;
            /** @description The slug of its site. */
            site_slug: string | null;
            /** @description Its status. */
            status: string;
            /** @description Names of its tags. */
            tags: string[];
            /** @description Its page at NetBox. */
            url: string;
            utilization: components["schemas"]["Utilization"];
            /** @description Its VLAN. */
            vlan: components["schemas"]["PrefixVlan"] | null;
            /** @description The name of its VRF, or `global`. */
            vrf: string;
        };
        /**
         * @description Prefixes.
         * @example [
         *       {
         *         "id": 4,
         *         "prefix": "10.10.0.0/24",
         *         "family": 4,
         *         "status": "active",
         *         "vrf": "global",
         *         "description": "guests",
         *         "site": "FRA1",
         *         "role": "Guests",
         *         "tags": [
         *           "lab"
         *         ],
         *         "gateway": "10.10.0.1",
         *         "gateway_source": {
         *           "from": "custom-field",
         *           "name": "gateway"
         *         },
         *         "dns_servers": "10.0.0.53 10.0.1.53",
         *         "custom_fields": {
         *           "gateway": "10.10.0.1"
         *         },
         *         "site_slug": "fra1",
         *         "vlan": {
         *           "id": 7,
         *           "vid": 110,
         *           "name": "guests"
         *         },
         *         "is_pool": false,
         *         "mark_utilized": false,
         *         "utilization": {
         *           "percent": 12.5,
         *           "of": "addresses"
         *         },
         *         "depth": 1,
         *         "children": 0,
         *         "url": "https://netbox.example/ipam/prefixes/4/"
         *       }
         *     ]
         */
        PrefixList: components["schemas"]["Prefix"][];
        /**
         * @description A prefix with what is around it and within it.
         * @example {
         *       "prefix": {
         *         "id": 4,
         *         "prefix": "10.10.0.0/24",
         *         "family": 4,
         *         "status": "active",
         *         "vrf": "global",
         *         "description": "guests",
         *         "site": null,
         *         "role": null,
         *         "tags": [],
         *         "gateway": null,
         *         "gateway_source": null,
         *         "dns_servers": null,
         *         "custom_fields": {},
         *         "site_slug": null,
         *         "vlan": null,
         *         "is_pool": false,
         *         "mark_utilized": false,
         *         "utilization": {
         *           "percent": 0,
         *           "of": "addresses"
         *         },
         *         "depth": 0,
         *         "children": 0,
         *         "url": "https://netbox.example/ipam/prefixes/4/"
         *       },
         *       "parents": [],
         *       "children": [],
         *       "ranges": [
         *         {
         *           "id": 2,
         *           "start": "10.10.0.100",
         *           "end": "10.10.0.150",
         *           "status": "reserved",
         *           "role": "DHCP",
         *           "description": "",
         *           "given": false,
         *           "url": "https://netbox.example/ipam/ip-ranges/2/"
         *         }
         *       ]
         *     }
         */
        PrefixPage: {
            /** @description Those right below it. */
            children: components["schemas"]["Prefix"][];
            /** @description Those around it, the widest first. */
            parents: components["schemas"]["Prefix"][];
            prefix: components["schemas"]["Prefix"];
            /** @description The ranges that begin in it. */
            ranges: components["schemas"]["AddressRange"][];
        };
        /** @description The VLAN of a prefix. */
        PrefixVlan: {
            /** @description Its id at NetBox. */
            id: number;
            /** @description Its name. */
            name: string;
            /** @description Its number. */
            vid: number;
        };
        /** @description One date that would be booked, or not. */
        PreviewedOccurrence: {
            /**
             * Format: date-time
             * @description When it would end.
             */
            end_dt: string;
            /** @description What is in the way; null where nothing is. */
            refused: string | null;
            /**
             * Format: date-time
             * @description When it would start.
             */
            start_dt: string;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /** @description Each rule of reserving that is broken (`rule`). */
            broken?: components["schemas"]["BrokenRule"][];
            /** @description The first rule of reserving that is broken (`rule`). */
            code?: string;
            /** @description What is in the way of a reservation (`reservation-conflict`); of several dates of a series each thing once, where it first is. */
            conflicts?: components["schemas"]["ReservationOverlap"][];
            /** @description For people. */
            detail: string;
            /** @description Everything that was wrong with the request's fields. */
            errors?: {
                /** @description What was expected. */
                detail: string;
                /** @description What to mend, such as `nics[1].vlan`; empty where no field is to blame. */
                field: string;
            }[];
            /** @description What to mend, such as `nics[1].vlan`. */
            field?: string;
            /** @description `urn:direttore:request:` and the request's id. */
            instance: string;
            /** @description Whether the waiting list takes what could not be booked (`reservation-conflict` of a booking). */
            may_wait?: boolean;
            /** @description When, or where, it could be had instead (`reservation-conflict`). */
            next_free?: components["schemas"]["Suggestion"][];
            /** @description Where the guest is now, when it has moved away from the address (`moved`). */
            node?: string;
            /**
             * Format: uuid
             * @description The operation that has the guest.
             */
            operation?: string;
            /** @description The right that is missing. */
            right?: string;
            /** @description The status of the answer. */
            status: number;
            /** @description The same for people, in short. */
            title: string;
            /** @description What went wrong, in a word that stays the same between releases; the descriptions of the answers list the words. */
            type: string;
            /** @description Why it does not (`may_wait` is false). */
            why_not_wait?: string;
        };
        /**
         * @description The provider's word that somebody signed out there; other fields are passed over.
         * @example {
         *       "logout_token": "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"
         *     }
         */
        ProviderLogout: {
            /** @description A JWT that the provider signed. */
            logout_token: string;
        };
        /**
         * @description The most that somebody may have; null, or nothing, sets no bound. Replaces another quota in whole.
         * @example {
         *       "guests": 5,
         *       "cores": 8,
         *       "memory": 16384,
         *       "disk": null
         *     }
         */
        Quota: {
            /** @description Processors of all guests. */
            cores?: number | null;
            /** @description Bytes of all disks. */
            disk?: number | null;
            /** @description How many guests. */
            guests?: number | null;
            /** @description MiB. */
            memory?: number | null;
        };
        /**
         * @description The bounds for everybody, and how each stands.
         * @example {
         *       "everybody": {
         *         "guests": 5,
         *         "cores": 8,
         *         "memory": 16384,
         *         "disk": null
         *       },
         *       "standings": [
         *         {
         *           "holder": "person",
         *           "name": "ana",
         *           "own": true,
         *           "quota": {
         *             "guests": 5,
         *             "cores": 8,
         *             "memory": 16384,
         *             "disk": null
         *           },
         *           "use": {
         *             "guests": 1,
         *             "cores": 2,
         *             "memory": 2048,
         *             "disk": 34359738368
         *           },
         *           "booked": {
         *             "guests": 0,
         *             "cores": 0,
         *             "memory": 0,
         *             "disk": 0
         *           }
         *         }
         *       ]
         *     }
         */
        Quotas: {
            everybody: components["schemas"]["Quota"];
            /** @description People by name, then teams. */
            standings: components["schemas"]["Standing"][];
        };
        /** @description What whoever asks may change. */
        Reach: {
            /** @description Which guests they may change. */
            change: {
                /** @description Whether all guests may be changed. */
                all: boolean;
                /** @description The guests that may be changed, unless all may. */
                vmids: components["schemas"]["Vmid"][];
                /** @description Why the others may not. */
                why: string | null;
            };
            /** @description Whether they may make guests. */
            make: {
                /** @description Whether guests may be made at least somewhere. */
                allowed: boolean;
                /** @description Why not, or within which scope only. */
                why: string | null;
            };
        };
        /** @description The guest that a record is of. */
        RecordedGuest: {
            /** @description Its name; null while nobody looked at it. */
            name: string | null;
            /** @description Where it was seen last. */
            node: string;
            /** @description Whether it is a VM or a container. */
            type: components["schemas"]["GuestType"];
            /** @description Its VMID. */
            vmid: components["schemas"]["Vmid"];
        };
        /**
         * @description How it repeats; the time of day stays, whatever the clocks do.
         * @example {
         *       "rule": "FREQ=WEEKLY;COUNT=12",
         *       "exdates": [],
         *       "mode": "skip"
         *     }
         */
        Recurrence: {
            /** @description Starts that are left out. */
            exdates?: string[];
            /**
             * @description Whether `all` must be free, or those that are not are left out (`skip`).
             * @default all
             * @enum {string}
             */
            mode?: "all" | "skip";
            /** @description An RRULE with FREQ of DAILY or WEEKLY, INTERVAL, BYDAY, and COUNT or UNTIL. */
            rule: string;
        };
        /**
         * @description How a series repeats from now on; fields that are left out stay.
         * @example {
         *       "rule": "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8",
         *       "mode": "skip"
         *     }
         */
        RecurrenceChange: {
            /** @description Starts that are left out, instead of those that were. */
            exdates?: string[];
            /**
             * @description What becomes of it where a date is taken: nothing changes, or that date keeps what it has.
             * @default all
             * @enum {string}
             */
            mode?: "all" | "skip";
            /** @description An RRULE with FREQ DAILY or WEEKLY, INTERVAL, BYDAY and either COUNT or UNTIL. It gives the first date that is changed; with the scope `all` its COUNT counts the dates that have begun too. */
            rule?: string;
        };
        /** @description What is left of a resource; null where it is not counted. */
        RemainingShare: {
            /** @description Free addresses of a prefix. */
            addresses: number | null;
            /** @description Processors. */
            cores: number | null;
            /** @description Bytes. */
            disk: number | null;
            /** @description VMs and containers together. */
            guests: number | null;
            /** @description Containers. */
            lxc: number | null;
            /** @description MiB. */
            memory: number | null;
            /** @description VMs. */
            vms: number | null;
        };
        /** @description What would go with a guest, and what stands in the way. */
        Removal: {
            /** @description The ids of the jobs that name it. */
            backup_jobs: string[];
            /** @description The disks that are deleted with it. */
            disks: components["schemas"]["Disk"][];
            /** @description Whether the HA manager starts and stops it. */
            ha_managed: boolean;
            /** @description Whether it is protected from deletion. */
            protected: boolean;
            /** @description Their ids. */
            replication_jobs: string[];
            /** @description Whether it runs; then `force` is needed. */
            running: boolean;
            /** @description Their names. */
            snapshots: string[];
            /** @description Which of the jobs the Proxmox account may not see, so that there may be some. */
            unread: ("backup_jobs" | "replication_jobs")[];
        };
        /**
         * @description Who uses what, and when.
         * @example {
         *       "id": 17,
         *       "title": "BGP lesson",
         *       "requester": "ana",
         *       "resource_type": "vm",
         *       "proxmox_node": "pve1",
         *       "vmid": null,
         *       "start_dt": "2027-03-01T09:00:00+01:00",
         *       "end_dt": "2027-03-01T12:00:00+01:00",
         *       "status": "pending",
         *       "notes": "",
         *       "uid": "0198c0de-5b1c-7000-8000-000000000017",
         *       "phase": "booked",
         *       "version": 1,
         *       "time_zone": "Europe/Rome",
         *       "team": "networks",
         *       "private": false,
         *       "kind": "booking",
         *       "claims": [
         *         {
         *           "resource": {
         *             "id": 3,
         *             "kind": "node",
         *             "name": "pve1"
         *           },
         *           "whole": true,
         *           "cores": null,
         *           "memory": null,
         *           "disk": null,
         *           "vms": null,
         *           "lxc": null
         *         }
         *       ],
         *       "holds": {
         *         "from": "2027-03-01T09:00:00+01:00",
         *         "until": "2027-03-01T12:00:00+01:00"
         *       },
         *       "series": null,
         *       "at_start": "nothing",
         *       "at_end": "nothing",
         *       "lead_minutes": 0,
         *       "grace_minutes": 0,
         *       "guests": [],
         *       "parts": {
         *         "total": 0,
         *         "ready": 0,
         *         "failed": 0
         *       },
         *       "created_at": "2027-02-20T10:00:00Z",
         *       "changed_at": "2027-02-20T10:00:00Z",
         *       "changed_by": null,
         *       "reason": null,
         *       "check_in_by": null,
         *       "checked_in_at": null,
         *       "unmoved": null,
         *       "late_by": null,
         *       "at_risk": [],
         *       "replaces": null,
         *       "approval": null,
         *       "mine": true,
         *       "may": [
         *         "change",
         *         "cancel",
         *         "hand-over"
         *       ]
         *     }
         */
        Reservation: {
            /** @description What somebody had to approve; null where nobody had to, or where that is not for you. */
            approval: components["schemas"]["ApprovalState"] | null;
            /** @description What happens to its guests at the end. */
            at_end: components["schemas"]["ReservationEnd"];
            /** @description What of it is out of service, where it runs or begins within 7 days; nothing where that is not for you. */
            at_risk: components["schemas"]["AtRisk"][];
            /** @description What happens to its guests at the start. */
            at_start: components["schemas"]["ReservationStart"];
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            changed_at: string;
            /** @description Who changed it last; null where nobody did, or that is not for you. */
            changed_by: string | null;
            /**
             * Format: date-time
             * @description Until when somebody has to check in, or else it is returned; null where nobody has to any more, or that is not for you.
             */
            check_in_by: string | null;
            /**
             * Format: date-time
             * @description When somebody checked in; null where nobody has, or that is not for you.
             */
            checked_in_at: string | null;
            /** @description What it claims. */
            claims: components["schemas"]["Claim"][];
            /**
             * Format: date-time
             * @description When it was booked.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends; not part of it.
             */
            end_dt: string;
            /** @description Minutes after the end in which a later end brings back what only rests. */
            grace_minutes: number;
            /** @description What is made for it. */
            guests: components["schemas"]["OrderedGuest"][];
            /** @description The time for which it keeps others out: with that to make its guests before the start, and to clear up after the end. */
            holds: components["schemas"]["ReservationWindow"];
            /** @description Its number. */
            id: number;
            /**
             * @description A booking, a time in which nothing may be booked, or something kept for somebody.
             * @enum {string}
             */
            kind: "booking" | "blackout" | "hold";
            /**
             * Format: int64
             * @description How many seconds after its start it began, as while the program was away; null where it did not begin, or within a minute, or that is not for you.
             */
            late_by: number | null;
            /** @description Minutes before the start in which its guests are made. */
            lead_minutes: number;
            /** @description What you may do with it now. */
            may: components["schemas"]["ReservationAct"][];
            /** @description Whether it is yours or your team's. */
            mine: boolean;
            /** @description More about it. */
            notes: string;
            /** @description How many of its parts are how far. */
            parts: {
                /** @description Those that failed. */
                failed: number;
                /** @description Those that are ready. */
                ready: number;
                /** @description All. */
                total: number;
            };
            phase: components["schemas"]["ReservationPhase"];
            /** @description Whether others see no more than that something is reserved. */
            private: boolean;
            /** @description The node that it has of; null without one. */
            proxmox_node: string | null;
            /** @description Why it is in this phase, such as why it was cancelled; null without one. */
            reason: string | null;
            /** @description The reservation that it is to change once it is approved; that one keeps its place meanwhile. Null for others. */
            replaces: number | null;
            /** @description Whose it is; null where that is not for you. */
            requester: string | null;
            /**
             * @description What the guest is, or what is to run on the node.
             * @enum {string}
             */
            resource_type: "vm" | "lxc";
            /** @description The series that it is of; null where it does not repeat. */
            series: components["schemas"]["ReservationSeries"] | null;
            /**
             * Format: date-time
             * @description When it starts, with the offset of its zone.
             */
            start_dt: string;
            status: components["schemas"]["ReservationStatus"];
            /** @description The team that it is for. */
            team: string | null;
            /** @description The zone that its times were meant in. */
            time_zone: string;
            /** @description What it is for; `Reserved` where that is not for you. */
            title: string;
            /** @description What calendars know it by; the same for all of a series. */
            uid: string;
            /** @description Why it could not be moved when the rules for the clocks of its zone were changed, for those who may move it; null where it takes place when the clocks say. */
            unmoved: string | null;
            /** @description Rises with each change. */
            version: number;
            /** @description The guest that it claims; null without one. */
            vmid: number | null;
        };
        /**
         * @description Something that may be done with a reservation.
         * @enum {string}
         */
        ReservationAct: "accept" | "change" | "cancel" | "extend" | "check-in" | "return" | "approve" | "refuse" | "repair" | "hand-over";
        /**
         * @description That it may be.
         * @example {
         *       "reason": "Enjoy."
         *     }
         */
        ReservationApproval: {
            /** @description What there is to say to it. */
            reason?: string | null;
            /**
             * @description Of a series: only `this` one, or `all` that wait.
             * @default this
             * @enum {string|null}
             */
            scope?: "this" | "all" | null;
        };
        /**
         * @description What is to be another way; fields that are left out stay.
         * @example {
         *       "start_dt": "2027-03-01T14:00:00+01:00",
         *       "end_dt": "2027-03-01T17:00:00+01:00"
         *     }
         * @example {
         *       "guests": [
         *         {
         *           "kind": "vm",
         *           "name": "pc-{n}",
         *           "count": 4,
         *           "request": {
         *             "clone_from": 900,
         *             "cores": 2,
         *             "memory": 2048
         *           },
         *           "ready": {
         *             "check": "port",
         *             "port": 22,
         *             "minutes": 10
         *           },
         *           "at_end": "snapshot"
         *         }
         *       ]
         *     }
         */
        ReservationChange: {
            /** @description What happens to its guests at the end. */
            at_end?: components["schemas"]["ReservationEnd"];
            /** @description What happens to its guests at the start. */
            at_start?: components["schemas"]["ReservationStart"];
            /** @description What it claims, instead of what it did. */
            claims?: components["schemas"]["NewClaim"][];
            /**
             * @description Whether to change nothing.
             * @default false
             */
            dry_run?: boolean | null;
            /** @description When it ends. */
            end_dt?: string;
            /** @description Minutes after the end in which a later end brings back what only rests. */
            grace_minutes?: number;
            /** @description All that is made for it, instead of what was. */
            guests?: components["schemas"]["OrderedGuest"][] | null;
            /** @description Minutes before the start in which guests are made. */
            lead_minutes?: number;
            /** @description More about it. */
            notes?: string | null;
            /** @description Whether others see no more than that something is reserved. */
            private?: boolean;
            /** @description Another node; what was claimed of the one before is claimed of it, also what was had of it as one of `any`. Beside `claims` one that they name. */
            proxmox_node?: string | null;
            /** @description How it repeats from now on; with the scope `later` or `all` only. */
            recurrence?: components["schemas"]["RecurrenceChange"];
            /** @description Whose it is, which stays; it is given to others by `hand-over`. */
            requester?: string | null;
            /**
             * @description What the guest is, or what is to run on the node.
             * @enum {string}
             */
            resource_type?: "vm" | "lxc";
            /** @description The version of its series that the change is meant for; any if not given. */
            series_version?: number | null;
            /** @description When it starts. */
            start_dt?: string;
            status?: components["schemas"]["ReservationStatus"];
            /** @description The team that it is for, by whose rules it goes; null for none, by the general ones. What comes under other rules by that is held against them as what is new. What waits for an approval, or was approved, is given another by those alone who may approve it. */
            team?: components["schemas"]["TeamName"] | null;
            /** @description The zone of its times. */
            time_zone?: string;
            /** @description What it is for. */
            title?: string;
            /** @description Another guest. Beside `claims` one that they name. */
            vmid?: number | null;
        };
        /** @description What happens to guests at the end: nothing, a shutdown, a stop, a snapshot before the shutdown, deletion once the grace time is over, or `restore:` and the name of a snapshot, after which they run or not as before. Only guests that were made are deleted, and only others are put back; made ones are then deleted. */
        ReservationEnd: string;
        /** @description Something that happened to a reservation. */
        ReservationEvent: {
            /** @description Who had asked for it, where somebody else had to approve it; null otherwise, or where that is not for you. */
            asked_by: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Its time until then; null where that is the same since. */
            before: components["schemas"]["ReservationWindow"] | null;
            /** @description Who did it; null where it happened by itself, nobody knows, or that is not for you. */
            by: string | null;
            /** @description What else was changed with it. */
            fields: ("title" | "notes" | "private" | "time_zone" | "resource_type" | "proxmox_node" | "vmid" | "claims" | "guests" | "at_start" | "at_end" | "lead_minutes" | "grace_minutes")[];
            /**
             * Format: int64
             * @description Rises with time; 0 for that it was made.
             */
            id: number;
            kind: components["schemas"]["ReservationEventKind"];
            /** @description What was said of it; null where nothing was, or that is not for you. */
            reason: string | null;
            /** @description Whose it is since then; null where that was the same before, or is not for you. */
            whose: components["schemas"]["ReservationOwner"] | null;
            /** @description Its time since then; null where that was the same before. */
            window: components["schemas"]["ReservationWindow"] | null;
        };
        /**
         * @description What happened to a reservation: it was made (`requested`, `offered`, `booked`, or `made` where nobody noted how), decided (`approved`, `accepted`,
         *     `refused`, `lapsed`, `cancelled`), begun (`preparing`, `started`, `missed`), changed (`checked_in`, `moved`, `extended`, `shortened`, `handed_over`,
         *     `changed`) or not, as somebody had asked for but nobody approved (`change_refused`, `change_lapsed`), its guests were there or not (`ready`,
         *     `degraded`, `repaired`), what it has was closed around it, replaced or taken out of service (`kept`, `reassigned`, `at_risk`), or it ended
         *     (`returned` by somebody, `no_show`, `ended`), and was tidied up (`cleared`).
         * @enum {string}
         */
        ReservationEventKind: "made" | "requested" | "offered" | "booked" | "approved" | "accepted" | "refused" | "lapsed" | "cancelled" | "preparing" | "started" | "missed" | "checked_in" | "moved" | "extended" | "shortened" | "handed_over" | "changed" | "change_refused" | "change_lapsed" | "ready" | "degraded" | "repaired" | "kept" | "reassigned" | "at_risk" | "returned" | "no_show" | "ended" | "cleared";
        /**
         * @description A page of the history of a reservation.
         * @example {
         *       "events": [
         *         {
         *           "id": 9,
         *           "kind": "extended",
         *           "at": "2027-03-01T10:40:00Z",
         *           "by": "ana",
         *           "asked_by": null,
         *           "reason": null,
         *           "window": {
         *             "from": "2027-03-01T10:00:00+01:00",
         *             "until": "2027-03-01T13:00:00+01:00"
         *           },
         *           "before": {
         *             "from": "2027-03-01T10:00:00+01:00",
         *             "until": "2027-03-01T12:00:00+01:00"
         *           },
         *           "whose": null,
         *           "fields": []
         *         },
         *         {
         *           "id": 0,
         *           "kind": "booked",
         *           "at": "2027-02-20T08:15:00Z",
         *           "by": "ana",
         *           "asked_by": null,
         *           "reason": null,
         *           "window": {
         *             "from": "2027-03-01T10:00:00+01:00",
         *             "until": "2027-03-01T12:00:00+01:00"
         *           },
         *           "before": null,
         *           "whose": {
         *             "requester": "ana",
         *             "team": null
         *           },
         *           "fields": []
         *         }
         *       ],
         *       "next": null,
         *       "since": null
         *     }
         */
        ReservationEventPage: {
            /** @description The latest first; that it was made comes last. */
            events: components["schemas"]["ReservationEvent"][];
            /** @description Send it as `after` to get the next page; null on the last one. */
            next: string | null;
            /**
             * Format: date-time
             * @description From when on its history is kept, where it was made before that; null where all of it is there.
             */
            since: string | null;
        };
        /**
         * @description How long it goes on, one of both.
         * @example {
         *       "minutes": 30
         *     }
         */
        ReservationExtension: {
            /** @description By how much. */
            minutes?: number;
            /** @description The new end. */
            until?: string;
        };
        /**
         * @description Who gets it.
         * @example {
         *       "person": "ana"
         *     }
         */
        ReservationHandOver: {
            /** @description Their sign-in name. */
            person?: components["schemas"]["PersonName"];
            /** @description A team; null for none. What waits for an approval, or was approved, is given another by those alone who may approve it. */
            team?: components["schemas"]["TeamName"] | null;
        };
        /**
         * @description Reservations, the earliest first.
         * @example []
         */
        ReservationList: components["schemas"]["Reservation"][];
        /** @description What is in the way of a reservation. */
        ReservationOverlap: {
            /** @description What is left of it; null where it is taken as a whole. */
            free: components["schemas"]["RemainingShare"] | null;
            /**
             * Format: date-time
             * @description From when on.
             */
            from: string;
            /** @description Whose it is; null where that is not for you. */
            requester: string | null;
            /** @description The number of the reservation that has it; null where that is not for you, or no single one has. */
            reservation: number | null;
            resource: components["schemas"]["ResourceName"];
            /** @description What it is for; null where that is not for you. */
            title: string | null;
            /**
             * Format: date-time
             * @description Until when.
             */
            until: string | null;
            why: components["schemas"]["OverlapCode"];
        };
        /** @description Whose a reservation is. */
        ReservationOwner: {
            /** @description The person. */
            requester: string;
            /** @description The team that has it too, or null. */
            team: string | null;
        };
        /** @description One guest of a reservation, and how it is. */
        ReservationPart: {
            /** @description What happens to it at the end. */
            at_end: components["schemas"]["ReservationEnd"];
            /** @description Why it failed or is stuck or was left as it is, also while it is tried again (`making`), until it is ready; null where nothing went wrong. */
            error: components["schemas"]["MemberError"] | null;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "guest";
            /** @description Whether it was made for the reservation, and not there before. */
            made: boolean;
            /** @description Its name. */
            name: string;
            /** @description The node of the guest; null before there is one. */
            node: string | null;
            /** @description When it is ready; null for a guest that was there. */
            ready: components["schemas"]["GuestReadiness"] | null;
            /**
             * Format: date-time
             * @description Since when it is that far; null where that was not noted.
             */
            since: string | null;
            /**
             * @description How far it is on the way to that.
             * @enum {string}
             */
            state: "none" | "making" | "ready" | "failed" | "ending" | "resting" | "gone" | "stuck";
            /**
             * @description Whether it is a VM or a container; null before there is one.
             * @enum {string|null}
             */
            type: "qemu" | "lxc" | null;
            /** @description The number of the guest; null before there is one. */
            vmid: number | null;
            /** @description What it waits for; null where it waits for nothing but its own progress. */
            waiting: components["schemas"]["PartWaiting"] | null;
            /**
             * @description What it is to come to.
             * @enum {string}
             */
            want: "nothing" | "present" | "resting" | "absent";
        };
        /**
         * @description Parts of a reservation.
         * @example [
         *       {
         *         "name": "pc-07",
         *         "kind": "guest",
         *         "made": true,
         *         "want": "present",
         *         "state": "failed",
         *         "since": "2027-03-01T08:57:00Z",
         *         "ready": {
         *           "check": "address",
         *           "port": null,
         *           "minutes": 5
         *         },
         *         "at_end": "destroy",
         *         "node": "pve1",
         *         "type": "qemu",
         *         "vmid": 1007,
         *         "waiting": null,
         *         "error": {
         *           "type": "upstream",
         *           "message": "no address after two tries"
         *         }
         *       }
         *     ]
         */
        ReservationPartList: components["schemas"]["ReservationPart"][];
        /**
         * @description How far it is.
         * @enum {string}
         */
        ReservationPhase: "requested" | "offered" | "booked" | "preparing" | "running" | "returning" | "returned" | "missed" | "called_off" | "refused" | "lapsed";
        /**
         * @description What would be booked.
         * @example {
         *       "start_dt": "2027-03-01T09:00:00+01:00",
         *       "end_dt": "2027-03-01T12:00:00+01:00",
         *       "proxmox_node": "pve1",
         *       "claims": [],
         *       "holds": {
         *         "from": "2027-03-01T09:00:00+01:00",
         *         "until": "2027-03-01T12:00:00+01:00"
         *       },
         *       "occurrences": [
         *         {
         *           "start_dt": "2027-03-01T09:00:00+01:00",
         *           "end_dt": "2027-03-01T12:00:00+01:00",
         *           "refused": null
         *         }
         *       ]
         *     }
         */
        ReservationPreview: {
            /** @description What it would claim. */
            claims: components["schemas"]["Claim"][];
            /**
             * Format: date-time
             * @description When it would end.
             */
            end_dt: string;
            /** @description The time for which it would keep others out. */
            holds: components["schemas"]["ReservationWindow"];
            /** @description Each date; one alone where it does not repeat. */
            occurrences: components["schemas"]["PreviewedOccurrence"][];
            /** @description The node that it would have of. */
            proxmox_node: string | null;
            /**
             * Format: date-time
             * @description When it would start.
             */
            start_dt: string;
        };
        /**
         * @description Why it may not be.
         * @example {
         *       "reason": "The node is needed for the exam."
         *     }
         */
        ReservationRefusal: {
            /** @description Why, for whoever asked. */
            reason: string;
            /**
             * @description Of a series: only `this` one, or `all` that wait.
             * @default this
             * @enum {string|null}
             */
            scope?: "this" | "all" | null;
        };
        /**
         * @description What to try again.
         * @example {
         *       "parts": [
         *         "pc-07"
         *       ]
         *     }
         */
        ReservationRepair: {
            /** @description Names of parts; all that failed if not given. */
            parts?: string[];
        };
        /** @description By which rules is reserved; null where one says nothing. */
        ReservationRules: {
            approval: components["schemas"]["ApprovalRule"];
            /** @description How long after its start somebody has to check in, or else it is returned; null is never. What is not longer than that needs no check-in. */
            check_in_minutes: number | null;
            /** @description How long one may last in all that is extended while it is under way; not less than `longest_minutes`. */
            extended_minutes: number | null;
            /** @description How many days ahead one may begin. */
            horizon_days: number | null;
            /** @description How many hours of those may be ahead in all. */
            hours_most: number | null;
            /** @description How long one may last. */
            longest_minutes: number | null;
            /** @description How long before its start it must be booked. */
            notice_minutes: number | null;
            /** @description How many somebody may have at once that are to come or under way. */
            open_most: number | null;
            /** @description How long somebody leaves a resource to others between two of theirs. */
            pause_minutes: number | null;
            /** @description Whether it may repeat. */
            recurring: boolean;
            /** @description How long one lasts at the least; not more than `longest_minutes`. */
            shortest_minutes: number | null;
            /** @description In the waiting list, what was had in the last 14 days counts so many times less; null is once. */
            waiting_weight: number | null;
        };
        /** @description The series that a reservation is of. */
        ReservationSeries: {
            /** @description What became of each date, or would (`dry_run`); only where a change had a scope. */
            dates?: components["schemas"]["SeriesDate"][];
            /** @description Its number. */
            id: number;
            /**
             * @description The start that the rule gave this one, as a time of its zone.
             * @example 2027-03-08T09:00:00
             */
            occurrence: string;
            /** @description The RRULE. */
            rule: string;
            /** @description What was left out as it was not free; absent in lists. */
            skipped?: components["schemas"]["SkippedOccurrence"][];
            /** @description Rises with each change of the series as a whole. */
            version: number;
        };
        /** @description What happens to guests that were there at the start: nothing, a start, a snapshot and then a start, or `rollback:` and the name of a snapshot, and then a start. */
        ReservationStart: string;
        /**
         * @description How far it is, as other programs know it.
         * @enum {string}
         */
        ReservationStatus: "pending" | "active" | "completed" | "cancelled";
        /** @description A time of a reservation. */
        ReservationWindow: {
            /**
             * Format: date-time
             * @description From when on.
             */
            from: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            until: string;
        };
        /**
         * @description Something that can be reserved.
         * @example {
         *       "id": 3,
         *       "kind": "node",
         *       "name": "pve1",
         *       "tags": [],
         *       "cores": 32,
         *       "memory": 131072,
         *       "disk": null,
         *       "vms": null,
         *       "lxc": null,
         *       "guests": null,
         *       "standing": {
         *         "cores": 4,
         *         "memory": 8192,
         *         "disk": 0,
         *         "guests": 0
         *       },
         *       "node": null,
         *       "cores_factor": 1,
         *       "memory_factor": 1,
         *       "by_hand": false,
         *       "inventory": null,
         *       "out_of_service": null,
         *       "expected_back": null,
         *       "now": [],
         *       "next": null
         *     }
         */
        Resource: {
            /** @description Whether an operator entered it. */
            by_hand: boolean;
            /** @description Processors that can be reserved; null where only the whole can. */
            cores: number | null;
            /** @description How many times over its processors may be promised. */
            cores_factor: number;
            /** @description Bytes that can be reserved. */
            disk: number | null;
            /**
             * Format: date-time
             * @description When it is expected to be well again; null where that is not known, as where it should be by now and, within an hour after that, still is not.
             */
            expected_back: string | null;
            /** @description VMs and containers together, of what somebody may have. */
            guests: number | null;
            /** @description Its number. */
            id: number;
            /** @description What it is in NetBox; null for what comes from elsewhere. */
            inventory: components["schemas"]["InventoryLink"] | null;
            kind: components["schemas"]["ResourceKind"];
            /** @description Containers that can be reserved, of a pool. */
            lxc: number | null;
            /** @description MiB that can be reserved. */
            memory: number | null;
            /** @description How many times over its memory may be promised. */
            memory_factor: number;
            /** @description Its name; of a guest its VMID, of a VLAN its number, after its group or site where several in NetBox have that. */
            name: string;
            /** @description What comes next in the next 31 days; null for nothing. */
            next: components["schemas"]["TimelineEntry"] | null;
            /** @description Where it is: of a pool, and of a storage that only one node has. */
            node: string | null;
            /** @description What is claimed of it now; of a guest also the reservation that it was made for. */
            now: components["schemas"]["TimelineEntry"][];
            /** @description Why it is out of service, and cannot be booked before `expected_back`; null where it is well. */
            out_of_service: string | null;
            /** @description What became of reservations that have it, where this change took it out of service or put its return off; left out where there are none. */
            reservations?: {
                /** @description How many have another one instead. */
                healed: number;
                /** @description How many still have it and whose owners were told. */
                told: number;
            };
            standing: components["schemas"]["ResourceStanding"];
            /** @description What `any` finds it by. */
            tags: string[];
            /** @description VMs that can be reserved, of a pool. */
            vms: number | null;
        };
        /**
         * @description What is to be another way.
         * @example {
         *       "out_of_service": "fan is broken",
         *       "expected_back": "2027-03-08T08:00:00+01:00"
         *     }
         */
        ResourceChange: {
            /** @description How many times over its processors may be promised. */
            cores_factor?: number;
            /** @description When it is expected to be well again, in the future; null leaves it as it is. */
            expected_back?: string | null;
            /** @description How many times over its memory may be promised. */
            memory_factor?: number;
            /** @description Why it is out of service; null where it is well again. */
            out_of_service?: string | null;
            /** @description What `any` finds it by; null is none. */
            tags?: string[] | null;
        };
        /**
         * @description What kind of thing it is.
         * @enum {string}
         */
        ResourceKind: "node" | "storage" | "guest" | "device" | "port" | "vlan" | "network" | "console" | "pool" | "team" | "person" | "addresses";
        /**
         * @description What can be reserved.
         * @example []
         */
        ResourceList: components["schemas"]["Resource"][];
        /** @description A resource by its number and by what people call it. */
        ResourceName: {
            /** @description Its number; null for guests and addresses that nobody has booked yet. */
            id: number | null;
            kind: components["schemas"]["ResourceKind"];
            /** @description Its name; of a guest its VMID, of a VLAN its number. */
            name: string;
        };
        /** @description What of it is in use outside reservations, and not to be had: of a node, of a storage, and of what somebody may have. */
        ResourceStanding: {
            /** @description Processors. */
            cores: number;
            /** @description Bytes. */
            disk: number;
            /** @description VMs and containers together. */
            guests: number;
            /** @description MiB. */
            memory: number;
        };
        /**
         * @description The secrets of the order again, as far as it had any.
         * @example {
         *       "password": "seven quiet lamps"
         *     }
         */
        RetryOptions: {
            /** @description The password of the order, needed again where `secrets` of the operation lists it. */
            password?: string | null;
            ssh_keys?: components["schemas"]["SshKeys"];
        };
        /**
         * @description Something that takes a permission.
         * @enum {string}
         */
        Right: "see" | "make-guests" | "change-guests" | "book" | "approve" | "blackout" | "manage-resources" | "manage-webhooks" | "run-jobs" | "manage-people" | "read-audit";
        /**
         * @description What somebody may do, and why not more.
         * @example {
         *       "name": "ana",
         *       "sentences": [
         *         "You may see the whole lab."
         *       ],
         *       "rights": [
         *         {
         *           "right": "see",
         *           "means": "see the whole lab",
         *           "allowed": true,
         *           "why": null
         *         }
         *       ],
         *       "guest": {
         *         "vmid": 1042,
         *         "allowed": true,
         *         "why": "It is theirs."
         *       }
         *     }
         */
        Rights: {
            /** @description Whether they may change the guest that was asked for; null when none was. */
            guest: {
                /** @description Whether they may change it. */
                allowed: boolean;
                /** @description The guest. */
                vmid: components["schemas"]["Vmid"];
                /** @description Why, or why not. */
                why: string;
            } | null;
            /** @description The person. */
            name: components["schemas"]["PersonName"];
            /** @description Each right, held or not. */
            rights: {
                /** @description At least somewhere. */
                allowed: boolean;
                /** @description What it allows, in a few words. */
                means: string;
                /** @description The right. */
                right: components["schemas"]["Right"];
                /** @description Why not, or where only. */
                why: string | null;
            }[];
            /** @description What the grants mean, in sentences. */
            sentences: string[];
        };
        /**
         * @description What somebody is here; each may all that the one before may.
         * @enum {string}
         */
        Role: "viewer" | "user" | "operator" | "admin";
        /**
         * @description Options of a rollback; none are needed.
         * @example {
         *       "start": true
         *     }
         */
        RollbackOptions: {
            /**
             * @description Whether to start the guest afterwards.
             * @default false
             */
            start?: boolean | null;
            wait_for_lock?: components["schemas"]["WaitForLock"];
        };
        /** @description What a node can still promise. */
        Room: {
            cores: components["schemas"]["RoomShare"];
            /** @description Whether 95 % of its memory is in use, whatever was promised of it. */
            full: boolean;
            /** @description Processors of the node. */
            maxcpu: number;
            memory: components["schemas"]["RoomShare"];
            /** @description The name of the node. */
            node: string;
            /** @description Why nothing can be claimed of the node, such as that it is not online. */
            silent: string | null;
            /** @description Storages for disks that the node reaches. */
            storages: {
                avail: components["schemas"]["Bytes"];
                /** @description Whether other nodes see the same volumes. */
                shared: boolean;
                /** @description The name of the storage. */
                storage: string;
            }[];
        };
        /** @description A part that is promised to guests that run: virtual processors, or bytes of memory. */
        RoomShare: {
            /** @description What may be promised. */
            limit: number;
            /** @description What guests that run are configured with. */
            promised: number;
        };
        /**
         * @description What repeats; each of its dates is a reservation.
         * @example {
         *       "id": 7,
         *       "uid": "0198c0de-5b1c-7000-8000-000000000007",
         *       "rule": "FREQ=WEEKLY;COUNT=2",
         *       "time_zone": "Europe/Rome",
         *       "start": "2027-03-08T09:00:00",
         *       "end": "2027-03-08T11:00:00",
         *       "exdates": [],
         *       "mode": "skip",
         *       "version": 1,
         *       "follows": null,
         *       "skipped": [
         *         {
         *           "start_dt": "2027-03-15T09:00:00+01:00",
         *           "end_dt": "2027-03-15T11:00:00+01:00",
         *           "why": "node pve1 is taken"
         *         }
         *       ],
         *       "dates": [
         *         {
         *           "reservation": 17,
         *           "occurrence": "2027-03-08T09:00:00",
         *           "start_dt": "2027-03-08T09:00:00+01:00",
         *           "end_dt": "2027-03-08T11:00:00+01:00",
         *           "status": "pending",
         *           "phase": "booked"
         *         }
         *       ]
         *     }
         */
        Series: {
            /** @description Its dates, cancelled ones too, in the order of its rule. */
            dates: {
                /**
                 * Format: date-time
                 * @description When it ends.
                 */
                end_dt: string;
                /** @description The start that the rule gave it, as a time of its zone. */
                occurrence: string;
                phase: components["schemas"]["ReservationPhase"];
                /** @description The reservation. */
                reservation: number;
                /**
                 * Format: date-time
                 * @description When it starts.
                 */
                start_dt: string;
                status: components["schemas"]["ReservationStatus"];
            }[];
            /**
             * @description When the first date ends.
             * @example 2027-03-08T11:00:00
             */
            end: string;
            /** @description What its rule gives and is left out. */
            exdates: string[];
            /** @description The series that it was split from; null where it was not. */
            follows: number | null;
            /** @description Its number. */
            id: number;
            /**
             * @description What became of it where a date was taken when it was booked.
             * @enum {string}
             */
            mode: "all" | "skip";
            /** @description The RRULE. */
            rule: string;
            /** @description What could not be booked, and why. */
            skipped: components["schemas"]["SkippedOccurrence"][];
            /**
             * @description When the first date starts, as a time of its zone.
             * @example 2027-03-08T09:00:00
             */
            start: string;
            /** @description The zone of its times. */
            time_zone: string;
            /** @description What became of the dates that were tried again; only in the answer to that. */
            tried?: components["schemas"]["SeriesDate"][];
            /** @description What calendars know it by. */
            uid: string;
            /** @description Rises with each change of it as a whole. */
            version: number;
        };
        /** @description What became of a date of a series, or would. */
        SeriesDate: {
            /**
             * Format: date-time
             * @description When it ends now.
             */
            end_dt: string;
            /**
             * @description Changed, kept as it was, booked, not booked, or called off as the series has it no more.
             * @enum {string}
             */
            outcome: "changed" | "kept" | "added" | "skipped" | "called-off";
            /** @description Why it is not as was asked; null where it is. */
            refused: string | null;
            /** @description Its number; null where there is none. */
            reservation: number | null;
            /**
             * Format: date-time
             * @description When it starts now.
             */
            start_dt: string;
        };
        /** @description A browser that is signed in. */
        Session: {
            /** @description The address that it was last used from. */
            address: string;
            /** @description What the browser calls itself. */
            agent: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            created: string;
            /** @description Whether this is the one that asks. */
            current: boolean;
            /**
             * Format: date-time
             * @description When it ends at the latest.
             */
            expires: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last used.
             */
            last_seen: string;
        };
        /**
         * @description The sessions of somebody.
         * @example {
         *       "sessions": [
         *         {
         *           "id": "0198c0de-5b1c-7000-8000-000000000002",
         *           "created": "2026-03-01T09:00:00Z",
         *           "last_seen": "2026-03-01T09:30:00Z",
         *           "expires": "2026-03-08T09:00:00Z",
         *           "address": "192.0.2.10",
         *           "agent": "Firefox",
         *           "current": true
         *         }
         *       ]
         *     }
         */
        SessionList: {
            /** @description The latest first. */
            sessions: components["schemas"]["Session"][];
        };
        /** @description A part of a whole, 0 to 1. */
        Share: number;
        /**
         * @description A name and its password.
         * @example {
         *       "name": "ana",
         *       "password": "correct horse battery staple"
         *     }
         */
        SignIn: {
            /** @description The sign-in name. */
            name: string;
            /** @description The password. */
            password: string;
        };
        /** @description How people sign in here. */
        SignInWays: {
            /**
             * @description `none` lets everybody do everything, for throw-away demos.
             * @enum {string}
             */
            mode: "required" | "none";
            /** @description The OpenID provider to sign in with; null when none is set up. */
            oidc: {
                /** @description Where to send the browser; `?return=` names the page to come back to. */
                href: string;
                /** @description What to write on its button. */
                name: string;
            } | null;
        };
        /** @description A date of a series that was not free. */
        SkippedOccurrence: {
            /**
             * @description The same in one word: as of a conflict, or `clock` where the clocks are changed then; null where that was not noted.
             * @enum {string|null}
             */
            code?: "taken" | "capacity" | "out-of-service" | "blackout" | "clock" | null;
            /**
             * Format: date-time
             * @description When it would have ended.
             */
            end_dt: string;
            /**
             * Format: date-time
             * @description When it would have started.
             */
            start_dt: string;
            /** @description What was in the way. */
            why: string;
        };
        /** @description A state of a guest that it can go back to. */
        Snapshot: {
            /**
             * Format: date-time
             * @description When it was taken; null where Proxmox does not tell.
             */
            created: string | null;
            /** @description What was written about it; empty when nothing was. */
            description: string;
            /** @description Its name. */
            name: string;
            /** @description The snapshot before it. */
            parent: string | null;
            /** @description Whether the memory was saved too. */
            ram: boolean;
        };
        /** @description Begins with a letter, 2 to 40 letters, digits, `-` and `_`; `current` is taken by Proxmox. */
        SnapshotName: string;
        /** @description The snapshots of a guest, and whether another can be taken. */
        Snapshots: {
            /** @description The snapshot that the present state came from. */
            current_parent: string | null;
            /** @description Whether Proxmox can take a snapshot of the guest now. */
            possible: boolean;
            /** @description Why it cannot; null when it can. */
            reason: string | null;
            /** @description All snapshots, oldest first. */
            snapshots: components["schemas"]["Snapshot"][];
        };
        /** @description OpenSSH public keys, as a list or as one text with a key on each line. They are set once and shown nowhere. */
        SshKeys: string[] | string | null;
        /**
         * @description How much somebody may have, and has. A guest counts for its owner and for its team, from the order that makes it.
         * @example {
         *       "holder": "person",
         *       "name": "ana",
         *       "own": true,
         *       "quota": {
         *         "guests": 5,
         *         "cores": 8,
         *         "memory": 16384,
         *         "disk": null
         *       },
         *       "use": {
         *         "guests": 1,
         *         "cores": 2,
         *         "memory": 2048,
         *         "disk": 34359738368
         *       },
         *       "booked": {
         *         "guests": 0,
         *         "cores": 0,
         *         "memory": 0,
         *         "disk": 0
         *       }
         *     }
         */
        Standing: {
            /** @description What reservations make for them, at the fullest moment. */
            booked: {
                /** @description Processors of all guests. */
                cores: number;
                /** @description Bytes. */
                disk: number;
                /** @description How many guests. */
                guests: number;
                /** @description MiB. */
                memory: number;
            };
            /**
             * @description Whose it is: a person's or a team's.
             * @enum {string}
             */
            holder: "person" | "team";
            /** @description The name of the person or team. */
            name: string;
            /** @description Whether the quota is theirs alone and not that of everybody. */
            own: boolean;
            quota: components["schemas"]["Quota"];
            /** @description What counts now. */
            use: {
                /** @description Processors of all guests. */
                cores: number;
                /** @description Bytes. */
                disk: number;
                /** @description How many guests. */
                guests: number;
                /** @description MiB. */
                memory: number;
            };
        };
        /**
         * @description How much some people and teams may have and have.
         * @example {
         *       "standings": [
         *         {
         *           "holder": "person",
         *           "name": "ana",
         *           "own": true,
         *           "quota": {
         *             "guests": 5,
         *             "cores": 8,
         *             "memory": 16384,
         *             "disk": null
         *           },
         *           "use": {
         *             "guests": 1,
         *             "cores": 2,
         *             "memory": 2048,
         *             "disk": 34359738368
         *           },
         *           "booked": {
         *             "guests": 0,
         *             "cores": 0,
         *             "memory": 0,
         *             "disk": 0
         *           }
         *         }
         *       ]
         *     }
         */
        StandingList: {
            /** @description In the order that the answer says. */
            standings: components["schemas"]["Standing"][];
        };
        /** @description A storage as one node sees it. */
        Storage: {
            /** @description Whether the node reaches it now. */
            active: boolean;
            avail: components["schemas"]["Bytes"];
            /** @description What it may hold, joined by commas. */
            content: string;
            /** @description Whether it is switched on in Proxmox. */
            enabled: boolean;
            /** @description Whether other nodes see the same volumes. */
            shared: boolean;
            /** @description Its name. */
            storage: string;
            total: components["schemas"]["Bytes"];
            trouble: components["schemas"]["Trouble"];
            /** @description Proxmox's plugin, such as `lvmthin` or `nfs`. */
            type: string;
        };
        /**
         * @description A time in which what was wanted could be had. Whoever asks for the same with `start_dt` and `end_dt` gets it, as long as nothing changes,
         *     with `new_claims` instead of the `claims` of the body; where `proxmox_node` is another than the body names, with it wherever the body names
         *     that one: as `proxmox_node` and in `guests`. Where guests cannot be made on another node, as their template lies in local storage or the
         *     storage that they name is missing there, none is offered, nor where a reservation that brings guests is changed.
         *     Of a series they are those of the body: all of its dates are free then, as far from them by the clock on the wall as before; `exdates`
         *     keep their days and take the new time of day. Where a series is changed, they are those of the date that is changed.
         */
        Suggestion: {
            /** @description What it would claim; of a series, what each of its dates would. Of `any`, dates may have different ones. */
            claims: components["schemas"]["Claim"][];
            /**
             * Format: date-time
             * @description Until when.
             */
            end_dt: string;
            /** @description What to send as `claims`. What was asked for as `any` is asked for so again, unless another one is offered. */
            new_claims: components["schemas"]["NewClaimList"];
            /** @description The node that it would have of; of a series, that each of its dates would. */
            proxmox_node: string | null;
            /** @description Whether it is the time that was asked for. */
            same_time: boolean;
            /**
             * Format: date-time
             * @description From when on.
             */
            start_dt: string;
        };
        /**
         * @description Tags of Proxmox for the guest.
         * @default []
         */
        Tags: string[] | null;
        /** @description A task of Proxmox with the end of its log. */
        Task: {
            /**
             * Format: date-time
             * @description When it ended; null while it runs.
             */
            ended: string | null;
            /** @description `OK`, `WARNINGS: n` (a success too) or what went wrong; null while it runs. */
            exitstatus: string | null;
            /** @description What it works on: mostly a VMID; for a clone that of the source. */
            id: string;
            /** @description Its last lines, oldest first. */
            log: string[];
            /** @description The node that it runs on. */
            node: string;
            /** @description 0 to 1 where the log tells it. */
            progress: number | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            started: string;
            /**
             * @description Whether it still runs.
             * @enum {string}
             */
            status: "running" | "stopped";
            /** @description What it does, such as `qmcreate`. */
            type: string;
            /** @description Its id. */
            upid: components["schemas"]["Upid"];
            /** @description The account of Proxmox that began it. */
            user: string;
        };
        /** @description A task of Proxmox as lists show it. */
        TaskEntry: {
            /**
             * Format: date-time
             * @description When it ended; null while it runs.
             */
            ended: string | null;
            /** @description `OK`, `WARNINGS: n` (a success too) or what went wrong; null while it runs. */
            exitstatus: string | null;
            /** @description What it works on: mostly a VMID; for a clone that of the source. */
            id: string;
            /** @description The node that it runs on. */
            node: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            started: string;
            /**
             * @description Whether it still runs.
             * @enum {string}
             */
            status: "running" | "stopped";
            /** @description What it does, such as `qmcreate`. */
            type: string;
            /** @description Its id. */
            upid: components["schemas"]["Upid"];
            /** @description The account of Proxmox that began it. */
            user: string;
        };
        /** @description A part of the log of a task. */
        TaskLog: {
            /** @description Oldest first. */
            lines: string[];
            /** @description The place of the first line sent, from 0. */
            start: number;
            /** @description How many lines there are so far. */
            total: number;
        };
        /**
         * @description People who may change the guests of each other that are the team's.
         * @example {
         *       "name": "networks",
         *       "members": [
         *         "ana"
         *       ]
         *     }
         */
        Team: {
            /** @description Who belongs to it, by name. */
            members: components["schemas"]["PersonName"][];
            /** @description Its name. */
            name: components["schemas"]["TeamName"];
        };
        /**
         * @description What a team's guests may be put on.
         * @example {
         *       "team": "networks",
         *       "own": true,
         *       "allowance": {
         *         "bridges": [
         *           "vmbr1"
         *         ],
         *         "vlans": [
         *           "untagged",
         *           "100-199"
         *         ],
         *         "storages": null
         *       }
         *     }
         */
        TeamAllowance: {
            /** @description What holds for its guests. */
            allowance: components["schemas"]["Allowance"];
            /** @description Whether the team has a list of its own; false where that of all users holds. */
            own: boolean;
            /** @description The team. */
            team: components["schemas"]["TeamName"];
        };
        /**
         * @description The teams.
         * @example {
         *       "teams": [
         *         {
         *           "name": "networks",
         *           "members": [
         *             "ana"
         *           ]
         *         }
         *       ]
         *     }
         */
        TeamList: {
            /** @description By name. */
            teams: components["schemas"]["Team"][];
        };
        /**
         * @description The name of a team.
         * @example networks
         */
        TeamName: string;
        /** @description Something that a guest can be made from. */
        Template: {
            /**
             * @description `vm` and `lxc` are templates to clone.
             * @enum {string}
             */
            content: "iso" | "vztmpl" | "vm" | "lxc";
            /** @description What people call it: the name of the file or of the template. */
            name: string;
            size: components["schemas"]["Bytes"];
            /** @description The storage that has it. */
            storage: string;
            /** @description Send it as `clone_from`; null for files. */
            vmid: number | null;
            /** @description The volume; for `vm` and `lxc` the VMID as text. */
            volid: string;
        };
        /**
         * @description How far back the points go.
         * @default hour
         * @enum {string}
         */
        Timeframe: "hour" | "day" | "week" | "month" | "year";
        /**
         * @description Who has a resource when.
         * @example {
         *       "resource": {
         *         "id": 3,
         *         "kind": "node",
         *         "name": "pve1"
         *       },
         *       "from": "2027-03-01T00:00:00Z",
         *       "to": "2027-03-08T00:00:00Z",
         *       "cores": 32,
         *       "memory": 131072,
         *       "disk": null,
         *       "vms": null,
         *       "lxc": null,
         *       "guests": null,
         *       "entries": []
         *     }
         */
        Timeline: {
            /** @description Processors that can be reserved; null where only the whole can. */
            cores: number | null;
            /** @description Bytes that can be reserved. */
            disk: number | null;
            /** @description The earliest first. */
            entries: components["schemas"]["TimelineEntry"][];
            /**
             * Format: date-time
             * @description From when on.
             */
            from: string;
            /** @description VMs and containers together, of what somebody may have. */
            guests: number | null;
            /** @description Containers that can be reserved, of a pool. */
            lxc: number | null;
            /** @description MiB that can be reserved. */
            memory: number | null;
            resource: components["schemas"]["ResourceName"];
            /**
             * Format: date-time
             * @description Until when.
             */
            to: string;
            /** @description VMs that can be reserved, of a pool. */
            vms: number | null;
        };
        /** @description What a reservation has of a resource. */
        TimelineEntry: {
            /** @description Processors; null for all. */
            cores: number | null;
            /** @description Bytes; null for all. */
            disk: number | null;
            /**
             * Format: date-time
             * @description When it ends.
             */
            end_dt: string;
            /**
             * Format: date-time
             * @description From when on it keeps others out.
             */
            from: string;
            /**
             * @description A booking, a time in which nothing may be booked, or something kept for somebody.
             * @enum {string}
             */
            kind: "booking" | "blackout" | "hold";
            /** @description Containers; null for all. */
            lxc: number | null;
            /** @description MiB; null for all. */
            memory: number | null;
            /** @description Whether it is yours or your team's. */
            mine: boolean;
            /** @description Whose it is; null where that is not for you. */
            requester: string | null;
            /** @description Its number. */
            reservation: number;
            /**
             * Format: date-time
             * @description When it starts.
             */
            start_dt: string;
            /** @description What it is for; `Reserved` where that is not for you. */
            title: string;
            /**
             * Format: date-time
             * @description Until when it keeps others out.
             */
            until: string;
            /** @description VMs; null for all. */
            vms: number | null;
            /** @description Whether nobody else may have any of it. */
            whole: boolean;
        };
        /**
         * @description The tokens of somebody.
         * @example {
         *       "tokens": [
         *         {
         *           "id": "0198c0de-5b1c-7000-8000-000000000003",
         *           "name": "ci",
         *           "role": "user",
         *           "created": "2026-03-01T09:00:00Z",
         *           "expires": "2026-05-30T09:00:00Z",
         *           "last_used": null,
         *           "last_address": null
         *         }
         *       ]
         *     }
         */
        TokenList: {
            /** @description The latest first. */
            tokens: components["schemas"]["ApiToken"][];
        };
        /** @description Why this shows an earlier state; null when it is current. */
        Trouble: string | null;
        /** @description The id of a task of Proxmox: node, process, start, type, guest and user, between colons. */
        Upid: string;
        /** @description How much of a prefix is used, as NetBox counts it. */
        Utilization: {
            /**
             * @description What was counted: addresses and ranges, the prefixes below a container, or nothing, since NetBox says that it is all in use (`marked`).
             * @enum {string}
             */
            of: "addresses" | "prefixes" | "marked";
            /** @description Per cent, rounded down to a tenth; 100 at the most. */
            percent: number;
        };
        /**
         * @description The VLAN tag, or null for untagged.
         * @default null
         */
        Vlan: number | null;
        /**
         * @description VLANs.
         * @example [
         *       {
         *         "id": 7,
         *         "vid": 110,
         *         "name": "guests",
         *         "status": "active",
         *         "site": "FRA1",
         *         "group": "FRA1 VLANs",
         *         "role": "Guests",
         *         "description": "",
         *         "tags": [],
         *         "custom_fields": {},
         *         "site_slug": "fra1",
         *         "group_slug": "fra1-vlans",
         *         "prefixes": [
         *           {
         *             "id": 4,
         *             "prefix": "10.10.0.0/24"
         *           }
         *         ],
         *         "url": "https://netbox.example/ipam/vlans/7/"
         *       }
         *     ]
         */
        VlanList: components["schemas"]["InventoryVlan"][];
        /** @description A prefix on a VLAN. */
        VlanPrefix: {
            /** @description Its id at NetBox. */
            id: number;
            /** @description Its network. */
            prefix: string;
        };
        /** @description The number of a VM or container, unique in the cluster. */
        Vmid: number;
        /** @description A network card. The addresses are set by cloud-init and need `clone_from`. */
        VmNic: {
            /**
             * @description Addresses that are held for it (`POST /api/inventory/prefixes/{id}/allocate`), by their ids; a static address here must be one of them.
             * @default []
             */
            allocations?: string[] | null;
            /** @description A bridge or VNet of the node. */
            bridge: string;
            dns?: components["schemas"]["Dns"];
            gw?: components["schemas"]["Gateway"];
            gw6?: components["schemas"]["Gateway"];
            ip?: components["schemas"]["Ip"];
            ip6?: components["schemas"]["Ip6"];
            /**
             * @description The card that the guest sees.
             * @default virtio
             * @enum {string|null}
             */
            model?: "virtio" | "e1000" | "rtl8139" | null;
            /** @description The id of a prefix of NetBox, of which an address is held for it right before it is made: for guests of reservations. */
            prefix?: number | null;
            vlan?: components["schemas"]["Vlan"];
        };
        /**
         * @description Whether to wait while something else at Proxmox, such as a backup, holds the guest; with `false` the order is refused with `locked`.
         * @default true
         */
        WaitForLock: boolean | null;
        /** @description What happens to guests at the end: nothing, a shutdown, a stop, a snapshot before the shutdown, or `restore:` and the name of a snapshot, after which they run or not as before. */
        WaitingEnd: string;
        /**
         * @description A wish that waits until what it wants is free.
         * @example {
         *       "id": 4,
         *       "title": "BGP lesson",
         *       "requester": "ana",
         *       "team": null,
         *       "private": false,
         *       "notes": "",
         *       "claims": [
         *         {
         *           "device": "sw1"
         *         }
         *       ],
         *       "from": "2027-03-01T09:00:00+01:00",
         *       "until": "2027-03-05T18:00:00+01:00",
         *       "minutes": 120,
         *       "time_zone": "Europe/Rome",
         *       "at_start": "nothing",
         *       "at_end": "nothing",
         *       "state": "waiting",
         *       "place": 2,
         *       "likely": {
         *         "start_dt": "2027-03-06T08:00:00+01:00",
         *         "end_dt": "2027-03-06T10:00:00+01:00"
         *       },
         *       "held_back": null,
         *       "offer": null,
         *       "passed_over": 0,
         *       "lapsed": 0,
         *       "since": "2027-02-28T10:00:00Z",
         *       "mine": true
         *     }
         */
        WaitingEntry: {
            /** @description What happens to its guests at the end. */
            at_end: components["schemas"]["WaitingEnd"];
            /** @description What happens to its guests at the start. */
            at_start: components["schemas"]["ReservationStart"];
            /** @description What is wanted. */
            claims: components["schemas"]["NewClaim"][];
            /**
             * Format: date-time
             * @description The earliest start.
             */
            from: string;
            /** @description Why nothing is offered to it now, as when a rule of reserving lets whoever waits have no more; null where that is not so. */
            held_back?: string | null;
            /** @description Its number. */
            id: number;
            /** @description How many offers were not accepted. */
            lapsed: number;
            /** @description The first time that is free as things are booked now, those before it served; it may lie after `until`. Null where none is in the next 92 days, or that is not known. */
            likely: components["schemas"]["WaitingTime"] | null;
            /** @description Whether it is yours or your team's. */
            mine: boolean;
            /** @description For how long. */
            minutes: number;
            /** @description More about it. */
            notes: string;
            /** @description What is kept for it now; null for nothing. */
            offer: components["schemas"]["WaitingOffer"] | null;
            /** @description How often what it waits for was offered to one behind it. */
            passed_over: number;
            /** @description Its place among those that wait for the same; null unless it waits. */
            place: number | null;
            /** @description Whether others see no more than that something is reserved, once it is. */
            private: boolean;
            /** @description Whose it is. */
            requester: string;
            /**
             * Format: date-time
             * @description Since when it waits.
             */
            since: string;
            /**
             * @description Whether it waits, was offered something, came too late (`late`), or let too many offers lapse.
             * @enum {string}
             */
            state: "waiting" | "offered" | "late" | "lapsed";
            /** @description The team that it is for. */
            team: string | null;
            /** @description The zone that its times were meant in. */
            time_zone: string;
            /** @description What it is for. */
            title: string;
            /**
             * Format: date-time
             * @description The latest end.
             */
            until: string;
        };
        /**
         * @description The waiting list, the next in turn first.
         * @example []
         */
        WaitingEntryList: components["schemas"]["WaitingEntry"][];
        /** @description What is kept for somebody who waited. */
        WaitingOffer: {
            /**
             * Format: date-time
             * @description Until when it is kept.
             */
            accept_by: string;
            /**
             * Format: date-time
             * @description When it would end.
             */
            end_dt: string;
            /** @description The number of the reservation. */
            reservation: number;
            /**
             * Format: date-time
             * @description When it would start.
             */
            start_dt: string;
        };
        /**
         * @description Where a wish would stand.
         * @example {
         *       "place": 2,
         *       "likely": {
         *         "start_dt": "2027-03-06T08:00:00+01:00",
         *         "end_dt": "2027-03-06T10:00:00+01:00"
         *       }
         *     }
         */
        WaitingPlace: {
            /** @description The first time that is free as things are booked now, those before it served; it may lie after `until`. Null where none is in the next 92 days, or that is not known. */
            likely: components["schemas"]["WaitingTime"] | null;
            /** @description Its place among those that wait for the same. */
            place: number | null;
        };
        /** @description A time. */
        WaitingTime: {
            /**
             * Format: date-time
             * @description Until when.
             */
            end_dt: string;
            /**
             * Format: date-time
             * @description From when on.
             */
            start_dt: string;
        };
        /**
         * @description An address that is told what happens to reservations.
         * @example {
         *       "id": "0198c0de-5b1c-7000-8000-000000000041",
         *       "url": "https://chat.example/hooks/7",
         *       "events": [
         *         "reservation.ending",
         *         "reservation.ended"
         *       ],
         *       "enabled": true,
         *       "made_by": "ada",
         *       "made": "2026-03-01T09:00:00Z",
         *       "failed": 0,
         *       "waiting": 1
         *     }
         */
        Webhook: {
            /** @description Whether it is called now. */
            enabled: boolean;
            /** @description What it is told. */
            events: components["schemas"]["WebhookEvent"][];
            /** @description How many deliveries were given up. */
            failed: number;
            /**
             * Format: uuid
             * @description What it is known by.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            made: string;
            /** @description Who made it. */
            made_by: string;
            /**
             * Format: uri
             * @description Where it is called.
             */
            url: string;
            /** @description How many deliveries are still to be sent. */
            waiting: number;
        };
        /**
         * @description What shall be different about a webhook.
         * @example {
         *       "enabled": false
         *     }
         */
        WebhookChange: {
            /** @description Whether it is called now. */
            enabled?: boolean | null;
            /** @description What it is told. */
            events?: components["schemas"]["WebhookEvent"][] | null;
            /**
             * Format: uri
             * @description Where it is called.
             */
            url?: string | null;
        };
        /**
         * @description Something that happens to reservations.
         * @enum {string}
         */
        WebhookEvent: "reservation.requested" | "reservation.booked" | "reservation.approved" | "reservation.change_approved" | "reservation.offered" | "reservation.refused" | "reservation.change_refused" | "reservation.cancelled" | "reservation.kept" | "reservation.reassigned" | "reservation.at_risk" | "reservation.ready" | "reservation.degraded" | "reservation.check_in" | "reservation.no_show" | "reservation.ending" | "reservation.ended";
    };
    responses: {
        /** @description The operation that carries the order out. */
        Accepted: {
            headers: {
                Location: components["headers"]["Location"];
                "Preference-Applied": components["headers"]["PreferenceApplied"];
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "operation": "0198c0de-5b1c-7000-8000-000000000001",
                 *       "status": "running",
                 *       "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmcreate:1042:root@pam!direttore:",
                 *       "node": "pve1",
                 *       "vmid": 1042,
                 *       "type": "qemu",
                 *       "kind": "create-vm",
                 *       "phase": "create",
                 *       "error": null
                 *     }
                 */
                "application/json": components["schemas"]["Accepted"];
            };
        };
        /** @description The request cannot be read (`malformed`), or fields of it are wrong (`invalid`). */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:invalid",
                 *       "title": "The request is not valid",
                 *       "status": 400,
                 *       "detail": "nics[1].vlan must be 1 to 4094, or null for untagged",
                 *       "field": "nics[1].vlan",
                 *       "errors": [
                 *         {
                 *           "field": "nics[1].vlan",
                 *           "detail": "must be 1 to 4094, or null for untagged"
                 *         }
                 *       ],
                 *       "instance": "urn:direttore:request:7f3a-42"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state is not the one that `If-Match` names, or is one that `If-None-Match` names (`changed`). */
        Changed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:changed",
                 *       "title": "It was changed meanwhile",
                 *       "status": 412,
                 *       "detail": "it was changed since; read it again (its ETag is \"3f6c51a0d2b94e7788aa0c1d\" now)",
                 *       "instance": "urn:direttore:request:7f3a-51"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description With `check=true`, the order would be taken. */
        CheckedOrder: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "valid": true,
                 *       "node": "pve1",
                 *       "vmid": 1042
                 *     }
                 */
                "application/json": components["schemas"]["CheckedOrder"];
            };
        };
        /**
         * @description The VMID is taken (`vmid-in-use`), the guest is being changed already (`guest-busy`, with the `operation` to wait for), something else at
         *     Proxmox holds it and the order was not to wait (`locked`), somebody else has reserved the node whole, so that no new guest comes
         *     there before the time that `detail` says (`node-reserved`; operators are not refused, and the audit says whose reservation they
         *     overruled), the reservation that is under way has claimed fewer guests of the pool than this would make (`pool-full`), or the guest, node or operation is in a state that does not allow it (`wrong-state`).
         */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:vmid-in-use",
                 *       "title": "The VMID is taken",
                 *       "status": 409,
                 *       "detail": "vmid 1042 is taken by VM my-vm on pve1",
                 *       "field": "vmid",
                 *       "instance": "urn:direttore:request:7f3a-44"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The answer is at another address. */
        Elsewhere: {
            headers: {
                /** @description The address. */
                Location?: string;
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description Who asks lacks a right, which `right` names (`forbidden`; without `right` where a browser's session is needed and no right would help),
         *     or a web page of another origin sent the request (`foreign-page`).
         */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:forbidden",
                 *       "title": "You may not do this",
                 *       "status": 403,
                 *       "detail": "this takes the role user or more",
                 *       "right": "make-guests",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request came to a name that is not this server's (`foreign-host`). */
        ForeignHost: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:foreign-host",
                 *       "title": "Not served under this name",
                 *       "status": 421,
                 *       "detail": "lab.example is not one of this server's names; see the setting API_HOSTS",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The group. */
        Group: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Group"];
            };
        };
        /** @description The guests, by VMID. */
        Guests: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                "X-Snapshot-Cursor": components["headers"]["SnapshotCursor"];
                "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "vmid": 1042,
                 *         "name": "my-vm",
                 *         "status": "running",
                 *         "node": "pve1",
                 *         "type": "qemu",
                 *         "cpus": 2,
                 *         "cpu": 0.03,
                 *         "mem": 536870912,
                 *         "maxmem": 2147483648,
                 *         "maxdisk": 34359738368,
                 *         "uptime": 3600,
                 *         "tags": [
                 *           "lab"
                 *         ],
                 *         "template": false,
                 *         "lock": null,
                 *         "trouble": null
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Guest"][];
            };
        };
        /** @description The points, oldest first. */
        History: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "timeframe": "hour",
                 *       "points": [
                 *         {
                 *           "time": "2026-03-01T09:00:00Z",
                 *           "cpu": 0.12,
                 *           "mem": 6442450944,
                 *           "maxmem": 34359738368,
                 *           "netin": 1250.5,
                 *           "netout": 830.25,
                 *           "diskread": null,
                 *           "diskwrite": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["History"];
            };
        };
        /** @description The body is not declared as `application/x-www-form-urlencoded` (`not-form`). */
        NotForm: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:not-form",
                 *       "title": "Unsupported media type",
                 *       "status": 415,
                 *       "detail": "send the body as application/x-www-form-urlencoded",
                 *       "instance": "urn:direttore:request:7f3a-51"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the address names does not exist (`not-found`), or the guest has moved to another `node` (`moved`). */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "there is no node pve9",
                 *       "instance": "urn:direttore:request:7f3a-43"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not declared as `application/json` (`not-json`). */
        NotJson: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:not-json",
                 *       "title": "Unsupported media type",
                 *       "status": 415,
                 *       "detail": "send the body as application/json",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the client holds is current. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Nobody is signed in (`not-signed-in`), or what they signed in with is wrong or has ended (`wrong-sign-in`). */
        NotSignedIn: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:not-signed-in",
                 *       "title": "Sign in first",
                 *       "status": 401,
                 *       "detail": "sign in, or send an API token as Authorization: Bearer",
                 *       "instance": "urn:direttore:request:7f3a-46"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operation. */
        Operation: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Operation"];
            };
        };
        /** @description There is one of that name already, or it is reserved (`wrong-state`). */
        PoolConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:wrong-state",
                 *       "title": "Not possible in this state",
                 *       "status": 409,
                 *       "detail": "pool lab-a is claimed by reservation 17; cancel that first",
                 *       "instance": "urn:direttore:request:7f3a-63"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What goes with the guest, and what stands in the way. */
        Removal: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "running": false,
                 *       "protected": false,
                 *       "ha_managed": false,
                 *       "disks": [
                 *         {
                 *           "key": "scsi0",
                 *           "storage": "local-lvm",
                 *           "volid": "local-lvm:vm-1042-disk-0",
                 *           "size": 34359738368
                 *         }
                 *       ],
                 *       "snapshots": [
                 *         "before-upgrade"
                 *       ],
                 *       "backup_jobs": [
                 *         "backup-nightly"
                 *       ],
                 *       "replication_jobs": [],
                 *       "unread": []
                 *     }
                 */
                "application/json": components["schemas"]["Removal"];
            };
        };
        /**
         * @description Others have what is claimed, or too little of it is left (`reservation-conflict`, with `conflicts` and, where there is any, `next_free`; of a
         *     booking also with `may_wait`: whether `POST /api/waiting` takes the same claims for as long, and with `why_not_wait` where it does not), it
         *     would make more guests than it claims of a pool (`pool-full`), or the reservation is in a state that does not allow it (`wrong-state`).
         */
        ReservationConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:reservation-conflict",
                 *       "title": "Not free at that time",
                 *       "status": 409,
                 *       "detail": "node pve1 is taken from 2027-03-01 09:00 to 2027-03-01 12:00",
                 *       "conflicts": [
                 *         {
                 *           "resource": {
                 *             "id": 3,
                 *             "kind": "node",
                 *             "name": "pve1"
                 *           },
                 *           "reservation": 16,
                 *           "title": "BGP lesson",
                 *           "requester": "ana",
                 *           "from": "2027-03-01T09:00:00+01:00",
                 *           "until": "2027-03-01T12:00:00+01:00",
                 *           "why": "taken",
                 *           "free": null
                 *         }
                 *       ],
                 *       "next_free": [
                 *         {
                 *           "start_dt": "2027-03-01T12:00:00+01:00",
                 *           "end_dt": "2027-03-01T14:00:00+01:00",
                 *           "proxmox_node": "pve1",
                 *           "claims": [
                 *             {
                 *               "resource": {
                 *                 "id": 3,
                 *                 "kind": "node",
                 *                 "name": "pve1"
                 *               },
                 *               "whole": true,
                 *               "cores": null,
                 *               "memory": null,
                 *               "disk": null,
                 *               "vms": null,
                 *               "lxc": null
                 *             }
                 *           ],
                 *           "new_claims": [
                 *             {
                 *               "node": "pve1"
                 *             }
                 *           ],
                 *           "same_time": false
                 *         }
                 *       ],
                 *       "may_wait": true,
                 *       "instance": "urn:direttore:request:7f3a-61"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is one with that name already (`taken`), or it is reserved or comes from the cluster (`wrong-state`). */
        ResourceConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:wrong-state",
                 *       "title": "Not possible in this state",
                 *       "status": 409,
                 *       "detail": "device sw3 is reserved until 2027-03-01T12:00+01:00",
                 *       "instance": "urn:direttore:request:7f3a-62"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The snapshots, oldest first. */
        Snapshots: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "possible": true,
                 *       "reason": null,
                 *       "current_parent": "before-upgrade",
                 *       "snapshots": [
                 *         {
                 *           "name": "before-upgrade",
                 *           "parent": null,
                 *           "description": "",
                 *           "created": "2026-03-01T09:00:00Z",
                 *           "ram": false
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Snapshots"];
            };
        };
        /** @description The body is longer than `API_BODY_KIB` allows, 256 KiB if not set (`too-large`). */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:too-large",
                 *       "title": "The body is too large",
                 *       "status": 413,
                 *       "detail": "at most 262144 bytes are read",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address is longer than any of this server (`too-long`). */
        TooLong: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:too-long",
                 *       "title": "The address is too long",
                 *       "status": 414,
                 *       "detail": "at most 8192 bytes are read",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The client sent more orders, or more requests that were refused, than it may in a minute (`too-many`), or tried to sign in too often (`throttled`). */
        TooMany: {
            headers: {
                /** @description Seconds until it is heard again */
                "Retry-After"?: number;
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:too-many",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "more than one client may send; try again in 3 seconds",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There are more or longer headers than are read (`too-many-headers`). */
        TooManyHeaders: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:too-many-headers",
                 *       "title": "The headers are too large",
                 *       "status": 431,
                 *       "detail": "at most 64 headers in 16384 bytes are read",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request did not arrive in time (`too-slow`). */
        TooSlow: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:too-slow",
                 *       "title": "The request took too long",
                 *       "status": 408,
                 *       "detail": "the body has to arrive within 30 seconds",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server (`unexpected`); its log says more under the request's id. */
        Unexpected: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:unexpected",
                 *       "title": "Unexpected failure",
                 *       "status": 500,
                 *       "detail": "the server log says more under this request's id",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What `Expect` asks for is not offered (`unmet-expectation`). */
        UnmetExpectation: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:unmet-expectation",
                 *       "title": "Expectation failed",
                 *       "status": 417,
                 *       "detail": "Expect may only be 100-continue",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Something that a field names does not exist (`unknown-bridge`, `unknown-storage`, `unknown-iso`, `unknown-template`), there is too little room
         *     (`no-space`), whoever gets the guest would have more than their quota (`over-quota`),
         *     it is against the rules of reserving (`rule`, each in `broken`),
         *     it cannot be done with what another field names (`impossible`), several things at once are in the way of an order (`several`,
         *     each in `errors`), or the idempotency key came with another request before (`idempotency-key-reused`).
         */
        Unprocessable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:unknown-bridge",
                 *       "title": "Unknown bridge",
                 *       "status": 422,
                 *       "detail": "pve1 has no bridge vmbr9; it has vmbr0, vmbr1",
                 *       "field": "nics[0].bridge",
                 *       "instance": "urn:direttore:request:7f3a-45"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Proxmox, or the OpenID provider, does not answer (`unreachable`), the database is away (`database-away`), or there are too many requests at once (`overloaded`). */
        Unreachable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:unreachable",
                 *       "title": "Proxmox does not answer",
                 *       "status": 503,
                 *       "detail": "the connection was refused",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description HTTP/1.0 cannot carry this answer, whose length is not known; ask by HTTP/1.1 (`upgrade-required`). */
        UpgradeRequired: {
            headers: {
                /** @description The protocol that is needed. */
                Upgrade?: string;
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:upgrade-required",
                 *       "title": "HTTP/1.1 is needed",
                 *       "status": 426,
                 *       "detail": "this answer goes on without a known end; ask for it by HTTP/1.1",
                 *       "instance": "urn:direttore:request:7f3a-46"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Proxmox, NetBox or the OpenID provider answered with an error (`upstream`); NetBox also where it was never read and does not answer. */
        Upstream: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:upstream",
                 *       "title": "Proxmox answered with an error",
                 *       "status": 502,
                 *       "detail": "storage 'old-nas' does not exist",
                 *       "instance": "urn:direttore:request:7f3a-50"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Whoever it is for waits for enough already (`wrong-state`). */
        WaitingConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:direttore:problem:wrong-state",
                 *       "title": "Not possible now",
                 *       "status": 409,
                 *       "detail": "ana waits for 20 things already; take one off the list first",
                 *       "instance": "urn:direttore:request:7f3a-61"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The id, as the list gives it. */
        AccessId: string;
        /**
         * @description `start`; `stop` pulls the plug; `shutdown` asks the guest to end by itself; `reboot`; `resume` lets a paused VM go on; `delete` removes the guest with its disks. A guest
         *     that the HA manager holds is taken out of its hands before it is deleted.
         */
        Action: "start" | "stop" | "reboot" | "shutdown" | "resume" | "delete";
        /**
         * @description The allocation's id.
         * @example 0198c0de-5b1c-7000-8000-000000000061
         */
        AllocationId: string;
        /** @description With `true`, all that a real order is checked for is checked and nothing is stored or done. */
        Check: boolean;
        /** @description The id of the delivery. */
        DeliveryId: string;
        /** @description The id, as the list gives it. */
        FeedId: string;
        /** @description The id of the group. */
        GroupId: string;
        /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
        IdempotencyKey: string;
        /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
        IfMatch: string;
        /** @description The `ETag` of the answer that is still held. */
        IfNoneMatch: string;
        /**
         * @description The object's id at NetBox.
         * @example 12
         */
        InventoryId: number;
        /**
         * @description A node's name.
         * @example pve1
         */
        Node: string;
        /** @description The id of the operation. */
        OperationId: string;
        /**
         * @description A person's sign-in name.
         * @example ana
         */
        Person: components["schemas"]["PersonName"];
        /**
         * @description Its number.
         * @example 7
         */
        PoolId: number;
        /**
         * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
         * @example wait=10
         */
        Prefer: string;
        /**
         * @description The record's id.
         * @example 0198c0de-5b1c-7000-8000-000000000001
         */
        RecordId: string;
        /**
         * @description Its number.
         * @example 17
         */
        ReservationId: number;
        /** @description Any text of yours. The same key and request answer with the same reservation; with another request it is refused. */
        ReservationKey: string;
        /**
         * @description Its number.
         * @example 3
         */
        ResourceId: number;
        /**
         * @description Its number.
         * @example 7
         */
        SeriesId: number;
        /**
         * @description A snapshot's name.
         * @example before-upgrade
         */
        SnapshotName: components["schemas"]["SnapshotName"];
        /** @description How far back; the points lie further apart the further back it goes. */
        Timeframe: components["schemas"]["Timeframe"];
        /** @description The task's id, such as it came in an answer; `:` and `!` may be percent-encoded. */
        Upid: components["schemas"]["Upid"];
        /**
         * @description A guest's number.
         * @example 1042
         */
        Vmid: components["schemas"]["Vmid"];
        /** @description With `false` the order is refused with `locked` while something else at Proxmox, such as a backup, holds the guest. */
        WaitForLock: boolean;
        /** @description The id of the webhook. */
        WebhookId: string;
    };
    requestBodies: {
        /** @description Options of the action; none are needed. */
        ActionOptions: {
            content: {
                "application/json": components["schemas"]["ActionOptions"];
            };
        };
    };
    headers: {
        /** @description Seconds since NetBox was last read. */
        CopyAge: number;
        /** @description Why it could not be read since, in NetBox's own words where it said any; absent when it could. */
        CopyTrouble: string;
        /** @description Changes when the body does. */
        ETag: string;
        /** @description When the body changed last, to the second. */
        LastModified: string;
        /** @description Where the operation is. */
        Location: string;
        /** @description The address of the next page as `<…>; rel="next"`; absent on the last. */
        NextLink: string;
        /** @description The wait that was granted, such as `wait=10`; sent when one was asked for. */
        PreferenceApplied: string;
        /** @description The request's id, also in the server's log. */
        RequestId: string;
        /** @description Where the reservation is. */
        ReservationLocation: string;
        /** @description Seconds after which trying again may help. */
        RetryAfter: number;
        /** @description Age of the answer in seconds. */
        SnapshotAge: number;
        /** @description What to ask for changes with. Only with the list of all guests, and absent where that was being replaced just then. */
        SnapshotCursor: string;
        /** @description Why the list could not be refreshed since; absent when it could. */
        SnapshotTrouble: string;
        /** @description How many there are in all pages. */
        TotalCount: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    start: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description To `/docs`, where the program was built without the web UI. */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Version and roles. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "simulated": true,
                     *       "roles": [
                     *         "api",
                     *         "worker"
                     *       ],
                     *       "time_zone": "Europe/Rome"
                     *     }
                     */
                    "application/json": {
                        /** @description What this process does. */
                        roles: string[];
                        /** @description Whether the Proxmox behind it is the built-in simulator, so that nothing here is real. */
                        simulated: boolean;
                        /** @description The zone of the lab, in which times without an offset are meant. */
                        time_zone: string;
                        /** @description The version of Direttore. */
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Only this action, such as `sign-in`, or all that begin with it. */
                action?: string;
                /** @description From `next` of the page before. */
                after?: string;
                /** @description The most on a page. */
                limit?: number;
                /** @description Only about this operation. */
                operation?: string;
                /** @description Only with this outcome. */
                outcome?: "accepted" | "done" | "refused" | "failed" | "cancelled";
                /** @description Not before. */
                since?: string;
                /** @description Only about this. */
                target?: string;
                /** @description Before. */
                until?: string;
                /** @description Only by this person. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, the latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description Only this action, such as `sign-in`, or all that begin with it. */
                action?: string;
                /** @description Only about this operation. */
                operation?: string;
                /** @description Only with this outcome. */
                outcome?: "accepted" | "done" | "refused" | "failed" | "cancelled";
                /** @description Not before. */
                since?: string;
                /** @description Only about this. */
                target?: string;
                /** @description Before. */
                until?: string;
                /** @description Only by this person. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry on each line, the earliest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"id":17,"at":"2026-03-01T09:00:00Z","who":"ana","action":"guest.start","target":"guest/1042","outcome":"done"} */
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            426: components["responses"]["UpgradeRequired"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showAvailability: {
        parameters: {
            query: {
                /**
                 * @description What is wanted, a JSON array as in a booking.
                 * @example [{"node":"pve1","cores":8}]
                 */
                claims: string;
                /** @description The earliest start; now if not given. */
                from?: string;
                /** @description Minutes after the end in which the booking holds it too; none if not given, or what is usual for its guests. */
                grace_minutes?: number;
                /** @description How many guests the booking makes. */
                guests?: number;
                /** @description Minutes before the start in which the booking holds it too; none if not given, or what is usual for its guests. */
                lead_minutes?: number;
                /** @description The most times to answer with. */
                limit?: number;
                /** @description For how long. */
                minutes?: number;
                /** @description The latest end. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The times. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    findAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityQuestion"];
            };
        };
        responses: {
            /** @description The times. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listBlackouts: {
        parameters: {
            query?: {
                /** @description The cursor in the `Link` of the page before. */
                after?: string;
                /** @description Only those that start before this moment. */
                end?: string;
                /** @description The most to answer with. */
                limit?: number;
                /** @description Only those that end after this moment; without an offset it is a time of the lab. */
                start?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The blackouts. */
            200: {
                headers: {
                    Link: components["headers"]["NextLink"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    makeBlackout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same reservation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["ReservationKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBlackout"];
            };
        };
        responses: {
            /** @description It is closed. */
            201: {
                headers: {
                    Location: components["headers"]["ReservationLocation"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlackoutMade"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    removeBlackout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is open. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    readFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret of the feed's address. */
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar (RFC 5545): what ended less than 90 days ago or begins within 400 days. What was cancelled is told as such for 30 days. */
            200: {
                headers: {
                    /** @description private, max-age=300 */
                    "Cache-Control"?: string;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listFeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feeds, the latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0198c0de-5b1c-7000-8000-000000000021",
                     *         "name": "My labs",
                     *         "scope": "mine",
                     *         "created": "2026-03-01T09:00:00Z",
                     *         "last_used": "2026-03-01T09:30:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CalendarFeed"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    makeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeed"];
            };
        };
        responses: {
            /** @description The feed, and its address for the only time. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeFeed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    revokeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the list gives it. */
                id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description The same, for clients that cannot send the header. */
                last_event_id?: string;
            };
            header?: {
                /** @description The `id` of the last event that was received. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; it does not end by itself. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example retry: 2000
                     *     id: 41
                     *     event: hello
                     *     data: {"latest":41,"resumed":false}
                     *
                     *     id: 42
                     *     event: operation
                     *     data: {"type":"operation","subject":"0198c0de-5b1c-7000-8000-000000000001"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            426: components["responses"]["UpgradeRequired"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description `true` for those under way, `false` for those that have ended. */
                active?: boolean;
                /** @description The cursor that the page before gave as `next`. */
                after?: string;
                /** @description The most to answer with. */
                limit?: number;
                /** @description Only those that this person ordered. */
                requested_by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    orderGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGroup"];
            };
        };
        responses: {
            /** @description The group, as far as it is. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group. */
                id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Group"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    cancelGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group. */
                id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            200: components["responses"]["Group"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that is known, also where something is down. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listAllocations: {
        parameters: {
            query?: {
                /** @description Only those of whoever asks. */
                mine?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The allocations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0198c0de-5b1c-7000-8000-000000000061",
                     *         "address": "10.10.0.11/24",
                     *         "prefix_id": 4,
                     *         "address_id": 22,
                     *         "description": "web server",
                     *         "state": "held",
                     *         "owner": "ana",
                     *         "created": "2026-03-01T09:00:00Z",
                     *         "until": "2026-03-01T10:00:00Z",
                     *         "guest": null,
                     *         "reservation": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Allocation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showAllocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The allocation's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000061
                 */
                id: components["parameters"]["AllocationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The allocation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allocation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    releaseAllocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The allocation's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000061
                 */
                id: components["parameters"]["AllocationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NetBox has not done it in time; it is gone on with. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allocation"];
                };
            };
            /** @description NetBox has it no more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    prolongAllocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The allocation's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000061
                 */
                id: components["parameters"]["AllocationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedAllocation"];
            };
        };
        responses: {
            /** @description The allocation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allocation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description The most to answer with. */
                limit?: number;
                /** @description How many to leave out before the first. */
                offset?: number;
                /** @description Only those of the platform with this slug. */
                platform?: string;
                /** @description Only those with this text in their name, serial number, asset tag, description or primary addresses. */
                q?: string;
                /** @description Only those of the device role with this slug. */
                role?: string;
                /** @description Only those of the site with this slug. */
                site?: string;
                /** @description Only those with this status, as NetBox writes it: `active`. */
                status?: string;
                /** @description Only those with the tag of this slug. */
                tag?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The devices. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["NextLink"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetBoxDevices"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listDrift: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Guests first, each by name. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drift"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listInventoryFilters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryFilters"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listHeld: {
        parameters: {
            query: {
                /**
                 * @description Their numbers at NetBox with commas between, up to 500.
                 * @example 12,13
                 */
                ids: string;
                /** @description What the objects are. */
                kind: "device" | "vlan" | "address" | "prefix" | "range";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that somebody has, in the order in which they were asked for. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listIpAddresses: {
        parameters: {
            query?: {
                /** @description Only those of the device with this id. */
                device?: number;
                /** @description Only those with this text in their DNS name. */
                dns_name?: string;
                /** @description Only those of this version of IP. */
                family?: 4 | 6;
                /** @description The most to answer with. */
                limit?: number;
                /** @description How many to leave out before the first. */
                offset?: number;
                /** @description Only those within this network, as `10.10.0.0/24`. */
                prefix?: string;
                /** @description Only those within the prefix with this id, and of its VRF. */
                prefix_id?: number;
                /** @description Only those with this text in their address, DNS name or description. */
                q?: string;
                /** @description Only those with this role, as NetBox writes it: `vip`. */
                role?: string;
                /** @description Only those with this status, as NetBox writes it: `active`. */
                status?: string;
                /** @description Only those with the tag of this slug. */
                tag?: string;
                /** @description Only those of the VRF with this name; `global` for those of none. */
                vrf?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["NextLink"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IpAddressList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showNetBox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands with NetBox, also while it is away. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetBoxStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listPrefixes: {
        parameters: {
            query?: {
                /** @description Only those of this version of IP. */
                family?: 4 | 6;
                /** @description The most to answer with. */
                limit?: number;
                /** @description How many to leave out before the first. */
                offset?: number;
                /** @description Only those with this text in their network or description. */
                q?: string;
                /** @description Only those of the role with this slug. */
                role?: string;
                /** @description Only those of the site with this slug. */
                site?: string;
                /** @description Only those with this status, as NetBox writes it: `active`. */
                status?: string;
                /** @description Only those with the tag of this slug. */
                tag?: string;
                /** @description Only those of the VRF with this name; `global` for those of none. */
                vrf?: string;
                /** @description Only those within this network, itself included, as `10.0.0.0/8`. */
                within?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prefixes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["NextLink"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrefixList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showPrefix: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prefix. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrefixPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    allocateAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewAllocation"];
            };
        };
        responses: {
            /** @description The address, which is held. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocatedAddress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listAvailable: {
        parameters: {
            query?: {
                /** @description How many at the most. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The free addresses, the lowest first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailableAddresses"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listHeldOfPrefix: {
        parameters: {
            query?: {
                /** @description Only those of this part of the prefix, as `10.10.0.0/26`. */
                within?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The object's id at NetBox.
                 * @example 12
                 */
                id: components["parameters"]["InventoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has what. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldOfPrefix"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /** @description Only those of this guest. */
                vmid?: components["schemas"]["Vmid"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records, by guest. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0198c0de-5b1c-7000-8000-000000000001",
                     *         "guest": {
                     *           "type": "qemu",
                     *           "node": "pve1",
                     *           "vmid": 1042,
                     *           "name": "web-1"
                     *         },
                     *         "state": "recorded",
                     *         "behind": false,
                     *         "machine_id": 17,
                     *         "url": "https://netbox.example/virtualization/virtual-machines/17/",
                     *         "requester": "ana",
                     *         "created": "2026-03-01T09:00:00Z",
                     *         "recorded_at": "2026-03-01T09:00:05Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["GuestRecord"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    recordGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The record's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000001
                 */
                id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    removeRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The record's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000001
                 */
                id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    repairRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The record's id.
                 * @example 0198c0de-5b1c-7000-8000-000000000001
                 */
                id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listVlans: {
        parameters: {
            query?: {
                /** @description Only those of the group with this slug. */
                group?: string;
                /** @description The most to answer with. */
                limit?: number;
                /** @description How many to leave out before the first. */
                offset?: number;
                /** @description Only those with this text in their name, description, site or group, or with this number. */
                q?: string;
                /** @description Only those of the role with this slug. */
                role?: string;
                /** @description Only those of the site with this slug. */
                site?: string;
                /** @description Only those with this status, as NetBox writes it: `active`. */
                status?: string;
                /** @description Only those with the tag of this slug. */
                tag?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The VLANs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["NextLink"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["CopyAge"];
                    "X-Snapshot-Trouble": components["headers"]["CopyTrouble"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VlanList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    myAllowance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For guests without a team, and for those of your teams by name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAllowance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed; all other sessions have ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What you prefer, and what holds where you prefer nothing. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesChange"];
            };
        };
        responses: {
            /** @description What you prefer now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    myQuota: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You first, then your teams by name; nobody where nobody signs in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showReach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reach. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "make": {
                     *         "allowed": true,
                     *         "why": null
                     *       },
                     *       "change": {
                     *         "all": false,
                     *         "vmids": [
                     *           1042
                     *         ],
                     *         "why": "You may change only guests of your own and of your teams."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Reach"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, the latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the list gives it. */
                id: components["parameters"]["AccessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, the latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description The token, and its secret for the only time. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the list gives it. */
                id: components["parameters"]["AccessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notices, the latest first; 50 at the most. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 12,
                     *         "kind": "ending",
                     *         "at": "2026-03-02T12:55:00Z",
                     *         "by": null,
                     *         "asked_by": null,
                     *         "reason": null,
                     *         "check_in_by": null,
                     *         "reservation": {
                     *           "id": 7,
                     *           "title": "BGP for beginners",
                     *           "start_dt": "2026-03-02T09:00:00Z",
                     *           "end_dt": "2026-03-02T13:00:00Z",
                     *           "time_zone": "Europe/Rome"
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Notice"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    putNoticeAway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id, as the list gives it.
                 * @example 12
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description Put away. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /** @description `true` for those that are queued or running, `false` for those that have ended. */
                active?: boolean;
                /** @description The cursor that the page before gave as `next`. */
                after?: string;
                /** @description Only those that ordered this. */
                kind?: components["schemas"]["OperationKind"];
                /** @description The most to answer with. */
                limit?: number;
                /** @description Only those that went to this node. */
                node?: string;
                /** @description Only those that this person ordered. */
                requested_by?: string;
                /** @description Only those that were ordered then or later. */
                since?: string;
                /** @description The same as `status`. */
                state?: components["schemas"]["OperationStatus"][];
                /** @description Any of these, joined by commas or sent more than once. */
                status?: components["schemas"]["OperationStatus"][];
                /** @description Only those of this guest. */
                vmid?: components["schemas"]["Vmid"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of operations, without their logs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the operation. */
                id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Operation"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the operation. */
                id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            200: components["responses"]["Operation"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    retryOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description The id of the operation. */
                id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryOptions"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listOwners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guests that somebody has, by VMID. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Who has it now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Owner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    restoreOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has it now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Owner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listFormerOwners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guests that somebody had, by VMID. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormerOwnerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people, by name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description The person, and the link to send them. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description The person as changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    deletePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    patchPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description The person as changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    inviteAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description The link; earlier ones no longer work. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showPersonQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bounds and what counts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    setPersonQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "guests": 5,
                 *       "cores": 8,
                 *       "memory": 16384,
                 *       "disk": null
                 *     }
                 */
                "application/json": components["schemas"]["Quota"];
            };
        };
        responses: {
            /** @description The bounds and what counts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    clearPersonQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bounds that hold now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showRights: {
        parameters: {
            query?: {
                /** @description Also whether they may change this guest. */
                vmid?: components["schemas"]["Vmid"];
            };
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rights. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rights"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    endPersonSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are signed out. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listPersonTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, the latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    revokePersonTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A person's sign-in name.
                 * @example ana
                 */
                person: components["parameters"]["Person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showGeneralPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    setGeneralPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRules"];
            };
        };
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    clearGeneralPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showTeamPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    setTeamPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRules"];
            };
        };
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    clearTeamPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listPools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pools by name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    addPool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPool"];
            };
        };
        responses: {
            /** @description It is there. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["PoolConflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pool. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    removePool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["PoolConflict"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changePool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoolChange"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["PoolConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showCluster: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cluster. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "lab",
                     *       "version": "9.1.4",
                     *       "quorate": true,
                     *       "nodes_online": 2,
                     *       "nodes_total": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listGuests: {
        parameters: {
            query?: {
                /** @description Only these, joined by commas or sent more than once, at most 1000; those that do not exist are left out. */
                vmid?: components["schemas"]["Vmid"][];
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Guests"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listGuestChanges: {
        parameters: {
            query: {
                /**
                 * @description The cursor.
                 * @example 6b1f0a3c-7c1e-4a8e-9a55-0d1f6c2b7e90-17
                 */
                since: string;
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cursor": "6b1f0a3c-7c1e-4a8e-9a55-0d1f6c2b7e90-18",
                     *       "complete": false,
                     *       "guests": [
                     *         {
                     *           "vmid": 1042,
                     *           "name": "my-vm",
                     *           "status": "running",
                     *           "node": "pve1",
                     *           "type": "qemu",
                     *           "cpus": 2,
                     *           "cpu": 0.03,
                     *           "mem": 536870912,
                     *           "maxmem": 2147483648,
                     *           "maxdisk": 34359738368,
                     *           "uptime": 3600,
                     *           "tags": [
                     *             "lab"
                     *           ],
                     *           "template": false,
                     *           "lock": null,
                     *           "trouble": null
                     *         }
                     *       ],
                     *       "figures": [
                     *         {
                     *           "vmid": 1043,
                     *           "cpu": 0.12,
                     *           "mem": 644245094
                     *         }
                     *       ],
                     *       "gone": [
                     *         1044
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GuestChanges"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listNodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes, by name. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "node": "pve1",
                     *         "status": "online",
                     *         "version": "9.1.4",
                     *         "since": null,
                     *         "cpu": 0.12,
                     *         "maxcpu": 8,
                     *         "mem": 6442450944,
                     *         "maxmem": 34359738368,
                     *         "disk": 12884901888,
                     *         "maxdisk": 107374182400,
                     *         "uptime": 86400,
                     *         "trouble": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Node"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    nodeHistory: {
        parameters: {
            query?: {
                /** @description How far back; the points lie further apart the further back it goes. */
                timeframe?: components["parameters"]["Timeframe"];
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["History"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listContainers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Guests"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    createContainer: {
        parameters: {
            query?: {
                /** @description With `true`, all that a real order is checked for is checked and nothing is stored or done. */
                check?: components["parameters"]["Check"];
            };
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContainer"];
            };
        };
        responses: {
            200: components["responses"]["CheckedOrder"];
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showContainer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guest. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vmid": 1042,
                     *       "name": "my-vm",
                     *       "status": "running",
                     *       "node": "pve1",
                     *       "type": "qemu",
                     *       "template": false,
                     *       "lock": null,
                     *       "ha_managed": false,
                     *       "description": "",
                     *       "disks": [
                     *         {
                     *           "key": "scsi0",
                     *           "storage": "local-lvm",
                     *           "volid": "local-lvm:vm-1042-disk-0",
                     *           "size": 34359738368
                     *         }
                     *       ],
                     *       "config": {
                     *         "cores": 2,
                     *         "memory": "2048",
                     *         "net0": "virtio=BC:24:11:2C:3B:4A,bridge=vmbr0"
                     *       },
                     *       "current": {
                     *         "status": "running",
                     *         "uptime": 120
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["GuestDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    actOnContainer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description `start`; `stop` pulls the plug; `shutdown` asks the guest to end by itself; `reboot`; `resume` lets a paused VM go on; `delete` removes the guest with its disks. A guest
                 *     that the HA manager holds is taken out of its hands before it is deleted.
                 */
                action: components["parameters"]["Action"];
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ActionOptions"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    containerHistory: {
        parameters: {
            query?: {
                /** @description How far back; the points lie further apart the further back it goes. */
                timeframe?: components["parameters"]["Timeframe"];
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["History"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showContainerRemoval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Removal"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listContainerSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Snapshots"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    takeContainerSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "before-upgrade",
                 *       "description": "Debian 12"
                 *     }
                 */
                "application/json": components["schemas"]["NewSnapshot"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    deleteContainerSnapshot: {
        parameters: {
            query?: {
                /** @description With `false` the order is refused with `locked` while something else at Proxmox, such as a backup, holds the guest. */
                wait_for_lock?: components["parameters"]["WaitForLock"];
            };
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    rollBackContainer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RollbackOptions"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listNetworks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bridges and VNets. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "iface": "vmbr0",
                     *         "type": "bridge",
                     *         "active": true,
                     *         "comments": "uplink",
                     *         "vlan_aware": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Network"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listStorages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The storages. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "storage": "local-lvm",
                     *         "type": "lvmthin",
                     *         "content": "images,rootdir",
                     *         "avail": 91268055040,
                     *         "total": 107374182400,
                     *         "enabled": true,
                     *         "active": true,
                     *         "shared": false,
                     *         "trouble": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Storage"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description The most to answer with. */
                limit?: number;
                /** @description Only those of this guest. */
                vmid?: components["schemas"]["Vmid"];
            };
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tasks, those that run among them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam!direttore:",
                     *         "node": "pve1",
                     *         "type": "qmstart",
                     *         "id": "1042",
                     *         "user": "root@pam!direttore",
                     *         "status": "stopped",
                     *         "exitstatus": "OK",
                     *         "started": "2026-03-01T09:00:00Z",
                     *         "ended": "2026-03-01T09:00:02Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TaskEntry"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The images, archives and templates. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "volid": "local:iso/debian-13.1.0-amd64-netinst.iso",
                     *         "content": "iso",
                     *         "size": 821035008,
                     *         "name": "debian-13.1.0-amd64-netinst.iso",
                     *         "storage": "local",
                     *         "vmid": null
                     *       },
                     *       {
                     *         "volid": "9000",
                     *         "content": "vm",
                     *         "size": 2361393152,
                     *         "name": "debian-13-cloud",
                     *         "storage": "local-lvm",
                     *         "vmid": 9000
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Template"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listVms: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Guests"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    createVm: {
        parameters: {
            query?: {
                /** @description With `true`, all that a real order is checked for is checked and nothing is stored or done. */
                check?: components["parameters"]["Check"];
            };
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVm"];
            };
        };
        responses: {
            200: components["responses"]["CheckedOrder"];
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showVm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guest. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vmid": 1042,
                     *       "name": "my-vm",
                     *       "status": "running",
                     *       "node": "pve1",
                     *       "type": "qemu",
                     *       "template": false,
                     *       "lock": null,
                     *       "ha_managed": false,
                     *       "description": "",
                     *       "disks": [
                     *         {
                     *           "key": "scsi0",
                     *           "storage": "local-lvm",
                     *           "volid": "local-lvm:vm-1042-disk-0",
                     *           "size": 34359738368
                     *         }
                     *       ],
                     *       "config": {
                     *         "cores": 2,
                     *         "memory": "2048",
                     *         "net0": "virtio=BC:24:11:2C:3B:4A,bridge=vmbr0"
                     *       },
                     *       "current": {
                     *         "status": "running",
                     *         "uptime": 120
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["GuestDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    actOnVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description `start`; `stop` pulls the plug; `shutdown` asks the guest to end by itself; `reboot`; `resume` lets a paused VM go on; `delete` removes the guest with its disks. A guest
                 *     that the HA manager holds is taken out of its hands before it is deleted.
                 */
                action: components["parameters"]["Action"];
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ActionOptions"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    vmHistory: {
        parameters: {
            query?: {
                /** @description How far back; the points lie further apart the further back it goes. */
                timeframe?: components["parameters"]["Timeframe"];
            };
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["History"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showVmRemoval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Removal"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listVmSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Snapshots"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    takeVmSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "before-upgrade",
                 *       "description": "Debian 12"
                 *     }
                 */
                "application/json": components["schemas"]["NewSnapshot"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    deleteVmSnapshot: {
        parameters: {
            query?: {
                /** @description With `false` the order is refused with `locked` while something else at Proxmox, such as a backup, holds the guest. */
                wait_for_lock?: components["parameters"]["WaitForLock"];
            };
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    rollBackVm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same operation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description How long the answer may wait for the task id of Proxmox, 0 to 30 seconds (RFC 7240).
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /**
                 * @description A snapshot's name.
                 * @example before-upgrade
                 */
                snapshot: components["parameters"]["SnapshotName"];
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RollbackOptions"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    findPlacement: {
        parameters: {
            query?: {
                /** @description The VMID of the template, or of another VM, to clone. */
                clone_from?: components["schemas"]["Vmid"];
                /** @description Processors. */
                cores?: number;
                /**
                 * @description The size of its first disk; without it that of the template, or 1G.
                 * @example 32G
                 */
                disk?: string;
                /**
                 * @description The installation image of a VM with an empty disk.
                 * @example local:iso/debian-13.1.0-amd64-netinst.iso
                 */
                iso?: string;
                /** @description MiB. */
                memory?: number;
                /** @description Whether it shall run. */
                start?: boolean;
                /**
                 * @description Its tags, joined by commas: rights may depend on them.
                 * @example lab,web
                 */
                tags?: string;
                /** @description The team that shall have it too. */
                team?: string;
                /**
                 * @description The archive of a container.
                 * @example local:vztmpl/debian-13-standard_13.1-2_amd64.tar.zst
                 */
                template?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each node, and the best choice. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "nodes": [
                     *         {
                     *           "node": "pve1",
                     *           "possible": true,
                     *           "obstacle": null,
                     *           "fits": true,
                     *           "storage": "local-lvm",
                     *           "room": {
                     *             "node": "pve1",
                     *             "maxcpu": 8,
                     *             "cores": {
                     *               "promised": 14,
                     *               "limit": 32
                     *             },
                     *             "memory": {
                     *               "promised": 21474836480,
                     *               "limit": 34359738368
                     *             },
                     *             "full": false,
                     *             "storages": [
                     *               {
                     *                 "storage": "local-lvm",
                     *                 "avail": 107374182400,
                     *                 "shared": false
                     *               }
                     *             ],
                     *             "silent": null
                     *           }
                     *         }
                     *       ],
                     *       "choice": {
                     *         "node": "pve1",
                     *         "reason": "pve1 is the only node that can take it."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Placement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room of each node. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "node": "pve1",
                     *         "maxcpu": 8,
                     *         "cores": {
                     *           "promised": 14,
                     *           "limit": 32
                     *         },
                     *         "memory": {
                     *           "promised": 21474836480,
                     *           "limit": 34359738368
                     *         },
                     *         "full": false,
                     *         "storages": [
                     *           {
                     *             "storage": "local-lvm",
                     *             "avail": 107374182400,
                     *             "shared": false
                     *           }
                     *         ],
                     *         "silent": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Room"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showTask: {
        parameters: {
            query?: {
                /** @description How many of the last lines of the log to send. */
                lines?: number;
            };
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /** @description The task's id, such as it came in an answer; `:` and `!` may be percent-encoded. */
                upid: components["parameters"]["Upid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "upid": "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:9000:root@pam!direttore:",
                     *       "node": "pve1",
                     *       "type": "qmclone",
                     *       "id": "9000",
                     *       "user": "root@pam!direttore",
                     *       "status": "running",
                     *       "exitstatus": null,
                     *       "progress": 0.25,
                     *       "started": "2026-03-01T09:00:00Z",
                     *       "ended": null,
                     *       "log": [
                     *         "transferred 2.0 GiB of 8.0 GiB (25.00%)"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showTaskLog: {
        parameters: {
            query?: {
                /** @description How many lines to send at the most. */
                limit?: number;
                /** @description The place of the first line to send, from 0. */
                start?: number;
            };
            header?: never;
            path: {
                /**
                 * @description A node's name.
                 * @example pve1
                 */
                node: components["parameters"]["Node"];
                /** @description The task's id, such as it came in an answer; `:` and `!` may be percent-encoded. */
                upid: components["parameters"]["Upid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 2,
                     *       "start": 0,
                     *       "lines": [
                     *         "creating disk",
                     *         "TASK OK"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TaskLog"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listAllTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The images, archives and templates. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Snapshot-Age": components["headers"]["SnapshotAge"];
                    "X-Snapshot-Trouble": components["headers"]["SnapshotTrouble"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "volid": "nfs:iso/debian-13.1.0-amd64-netinst.iso",
                     *         "content": "iso",
                     *         "size": 821035008,
                     *         "name": "debian-13.1.0-amd64-netinst.iso",
                     *         "storage": "nfs",
                     *         "vmid": null,
                     *         "nodes": [
                     *           "pve1",
                     *           "pve2"
                     *         ]
                     *       },
                     *       {
                     *         "volid": "9000",
                     *         "content": "vm",
                     *         "size": 2361393152,
                     *         "name": "debian-13-cloud",
                     *         "storage": "",
                     *         "vmid": 9000,
                     *         "nodes": [
                     *           "pve1"
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CatalogTemplate"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    checkVmid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A guest's number.
                 * @example 1042
                 */
                vmid: components["parameters"]["Vmid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is, and why not. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vmid": 1042,
                     *       "free": false,
                     *       "reason": "vmid 1042 is taken by VM my-vm on pve1"
                     *     }
                     */
                    "application/json": {
                        /** @description Whether nothing has it. */
                        free: boolean;
                        /** @description What has it; null when it is free. */
                        reason: string | null;
                        /** @description The number. */
                        vmid: components["schemas"]["Vmid"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    nextVmid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The VMID. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vmid": 1043
                     *     }
                     */
                    "application/json": {
                        /** @description The number. */
                        vmid: components["schemas"]["Vmid"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    listQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bounds of people without their own; all people by name, then all teams. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotas"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    setQuotaForEverybody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "guests": 5,
                 *       "cores": 8,
                 *       "memory": 16384,
                 *       "disk": null
                 *     }
                 */
                "application/json": components["schemas"]["Quota"];
            };
        };
        responses: {
            /** @description The bounds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listReservations: {
        parameters: {
            query?: {
                /** @description The cursor in the `Link` of the page before. */
                after?: string;
                /** @description Only those that start before this moment. */
                end?: string;
                /** @description The most to answer with. */
                limit?: number;
                /** @description `true` for those of yours and of your teams. */
                mine?: boolean;
                /** @description Only those that claim something of this node. */
                node?: string;
                /** @description Any of these, joined by commas or sent more than once. */
                phase?: components["schemas"]["ReservationPhase"][];
                /** @description Only those with this text in their title, notes or requester, as far as you may see them. */
                q?: string;
                /** @description Only those that claim this resource. */
                resource?: number;
                /** @description Only those that end after this moment; without an offset it is a time of the lab. */
                start?: string;
                /** @description Any of these, joined by commas or sent more than once. Without it, all but cancelled ones; with `phase`, all in that phase. */
                status?: components["schemas"]["ReservationStatus"][];
                /** @description Only those of this team. */
                team?: components["schemas"]["TeamName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reservations. */
            200: {
                headers: {
                    Link: components["headers"]["NextLink"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    bookReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of yours. The same key and request answer with the same reservation; with another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["ReservationKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReservation"];
            };
        };
        responses: {
            /** @description What would be booked; for `dry_run`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationPreview"];
                };
            };
            /** @description It is booked; of a series the first. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["ReservationLocation"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Somebody has to approve it (`phase` is `requested`): it holds what it claims meanwhile, and lapses at `approval.approve_by`. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["ReservationLocation"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reservation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    cancelReservation: {
        parameters: {
            query?: {
                /** @description Why, for those who look later. */
                reason?: string;
                /** @description Of a series: only `this` one, also those `later`, or `all` that have not begun. */
                scope?: "this" | "later" | "all";
            };
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is cancelled, or was over and stays as it ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changeReservation: {
        parameters: {
            query?: {
                /** @description Of a series: only `this` date, also those `later`, or `all` that have not begun. */
                scope?: "this" | "later" | "all";
            };
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationChange"];
            };
        };
        responses: {
            /** @description What it is now, or would be (`dry_run`). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Somebody has to approve the change: a reservation of its own waits for that, and this one (its `replaces`) keeps its place meanwhile. A later change of this one takes it back. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["ReservationLocation"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    acceptReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    approveReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReservationApproval"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    checkInReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listReservationEvents: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description The most on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened, the latest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    extendReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationExtension"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Somebody has to approve the change: a reservation of its own waits for that, and this one (its `replaces`) keeps its place meanwhile. A later change of this one takes it back. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["ReservationLocation"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showExtendUntil: {
        parameters: {
            query?: {
                /** @description How far to look, at most 92 days after its end; a week after it if not given. */
                most?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest end. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendUntil"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    handOverReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationHandOver"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listReservationParts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parts, those in trouble first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationPartList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    refuseReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationRefusal"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    repairReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReservationRepair"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    returnReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 17
                 */
                id: components["parameters"]["ReservationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    exportReservations: {
        parameters: {
            query?: {
                /** @description Only `mine`, or those of `team:NAME`; `all` without it. */
                scope?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar (RFC 5545): what ended less than 90 days ago or begins within 400 days. What was cancelled is told as such for 30 days. */
            200: {
                headers: {
                    /** @description private, max-age=300 */
                    "Cache-Control"?: string;
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    myReservationRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReservationRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listResources: {
        parameters: {
            query?: {
                /** @description Whether only those that are not out of service. */
                in_service?: boolean;
                /** @description Only those that stand in NetBox, or only others. */
                inventory?: boolean;
                /** @description Only those of this kind. */
                kind?: components["schemas"]["ResourceKind"];
                /** @description The first so many; `X-Total-Count` says how many there are. */
                limit?: number;
                /** @description Only those with these words in their name, a tag, or what NetBox calls them and their site and role. */
                q?: string;
                /** @description Only those with this tag. */
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resources, by kind and name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    addResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewResource"];
            };
        };
        responses: {
            /** @description It is there. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ResourceConflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 3
                 */
                id: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    removeResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 3
                 */
                id: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ResourceConflict"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changeResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 3
                 */
                id: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceChange"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ResourceConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showTimeline: {
        parameters: {
            query?: {
                /** @description From when on. */
                from?: string;
                /** @description Until when. */
                to?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 3
                 */
                id: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is claimed of it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    readSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    retrySkippedDates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Its number.
                 * @example 7
                 */
                id: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description The series as it is now; `tried` says what became of each. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ReservationConflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSignIn"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    checkLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkCheck"];
            };
        };
        responses: {
            /** @description The link is good. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    beginOidc: {
        parameters: {
            query?: {
                /** @description Whether the provider shall ask for another account than the one at hand there. */
                another?: boolean;
                /**
                 * @description The page to go to in the end; what is none of this server's leads to the first.
                 * @example /resources
                 */
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: components["responses"]["Elsewhere"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    endOidc: {
        parameters: {
            query?: {
                /** @description The provider's code. */
                code?: string;
                /** @description Why there is no code. */
                error?: string;
                /** @description Which provider answers (RFC 9207). */
                iss?: string;
                /** @description What this server sent along. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: components["responses"]["Elsewhere"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    signOutOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description The session has ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "href": null
                     *     }
                     */
                    "application/json": {
                        /** @description Where to go; null where the provider has no such place, or did not vouch. */
                        href: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    hearSignOutOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ProviderLogout"];
            };
        };
        responses: {
            /** @description What was to end has ended, or had ended before. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotForm"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            502: components["responses"]["Upstream"];
            503: components["responses"]["Unreachable"];
        };
    };
    showSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "required",
                     *       "oidc": {
                     *         "name": "University",
                     *         "href": "/api/session/oidc"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The teams, by name. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    addTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTeam"];
            };
        };
        responses: {
            /** @description The team. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    removeTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showTeamAllowance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamAllowance"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    setTeamAllowance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bridges": [
                 *         "vmbr1"
                 *       ],
                 *       "vlans": [
                 *         "untagged",
                 *         "100-199"
                 *       ],
                 *       "storages": null
                 *     }
                 */
                "application/json": components["schemas"]["Allowance"];
            };
        };
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamAllowance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    clearTeamAllowance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamAllowance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    showTeamQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bounds and what counts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    setTeamQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "guests": 5,
                 *       "cores": 8,
                 *       "memory": 16384,
                 *       "disk": null
                 *     }
                 */
                "application/json": components["schemas"]["Quota"];
            };
        };
        responses: {
            /** @description The bounds and what counts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    clearTeamQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the state that the change is meant for; any other is answered `412` (`changed`). Without it the change holds whatever the state is. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The team.
                 * @example networks
                 */
                team: components["schemas"]["TeamName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bounds that hold now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            412: components["responses"]["Changed"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The waiting list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    enterWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWaitingEntry"];
            };
        };
        responses: {
            /** @description Where it would stand (`dry_run`). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPlace"];
                };
            };
            /** @description It waits. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["WaitingConflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    leaveWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its number.
                 * @example 4
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off the list. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks, by when they were made. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0198c0de-5b1c-7000-8000-000000000041",
                     *         "url": "https://chat.example/hooks/7",
                     *         "events": [
                     *           "reservation.ending",
                     *           "reservation.ended"
                     *         ],
                     *         "enabled": true,
                     *         "made_by": "ada",
                     *         "made": "2026-03-01T09:00:00Z",
                     *         "failed": 0,
                     *         "waiting": 1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    makeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The webhook, and its secret for the only time. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description What it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description The id of the last one that is known, for those that follow it. */
                after?: string;
                /** @description How many at the most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0198c0de-5b1c-7000-8000-000000000042",
                     *         "event": "ping",
                     *         "state": "delivered",
                     *         "tries": 1,
                     *         "answer": "Answered 204.",
                     *         "next_try": null,
                     *         "last_try": "2026-03-01T09:00:00Z",
                     *         "made": "2026-03-01T09:00:00Z",
                     *         "body": "{\"kind\":\"ping\",\"at\":\"2026-03-01T09:00:00Z\"}"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Delivery"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    sendDeliveryAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the delivery. */
                delivery: components["parameters"]["DeliveryId"];
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description The delivery, which is sent at once. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoOptions"];
            };
        };
        responses: {
            /** @description The delivery, which is sent at once. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLong"];
            415: components["responses"]["NotJson"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unreachable"];
        };
    };
    uiAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Its name. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, compressed as `Accept-Encoding` allows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": unknown;
                    "application/octet-stream": string;
                    "font/woff2": string;
                    "image/png": string;
                    "image/svg+xml": string;
                    "text/css": string;
                    "text/javascript": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    swaggerUi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    docsAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Its name. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": unknown;
                    "application/octet-stream": string;
                    "image/png": string;
                    "image/svg+xml": string;
                    "text/css": string;
                    "text/javascript": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "up",
                     *       "parts": [
                     *         {
                     *           "name": "database",
                     *           "status": "up",
                     *           "detail": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
            /** @description It cannot; the parts say why. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "down",
                     *       "parts": [
                     *         {
                     *           "name": "database",
                     *           "status": "down",
                     *           "detail": "does not answer"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    contractAsJson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0"
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    contractAsYaml: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
    redoc: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that is still held. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            414: components["responses"]["TooLong"];
            417: components["responses"]["UnmetExpectation"];
            421: components["responses"]["ForeignHost"];
            429: components["responses"]["TooMany"];
            431: components["responses"]["TooManyHeaders"];
            500: components["responses"]["Unexpected"];
        };
    };
}
