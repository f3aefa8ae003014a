import { Button, Group } from '@mantine/core';
import { nicTexts } from '@/features/inventory/nic/texts';
import { prefixesOf } from '@/features/provision/families';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { TextField } from '@/shared/form/fields';

const said = provisionTexts.network;

/** The name servers of a guest; where NetBox has some for a prefix that it is in, that is said, and offered where others were typed. */
export function DnsField({ form: { values, set, at } }: StepProps) {
  const known = prefixesOf(values.nics).filter(({ dns_servers: dns }) => dns !== null);
  const source = known.find(({ dns_servers: dns }) => dns === values.dns);
  const [other] = source ? [] : known;
  const dns = other?.dns_servers ?? '';
  const note = source ? nicTexts.dnsFrom(source.prefix) : other ? nicTexts.dnsAt(dns, other.prefix) : said.dnsHint;
  return (
    <>
      <TextField field={at('dns')} label={said.dns} description={note} spellCheck={false} />
      {other && (
        <Group>
          <Button size="xs" variant="default" onClick={() => set({ dns })}>
            {nicTexts.useDns(dns)}
          </Button>
        </Group>
      )}
    </>
  );
}
