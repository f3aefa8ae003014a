import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '@/shared/api/problem';
import { number } from '@/shared/format/percent';
import { notify } from '@/shared/ui/notify';
import { saveText } from '@/shared/ui/saveText';
import { csvOf, type ListOf } from './column';
import { csv } from './csv';
import { allRows, type ReadPage } from './pages';
import { listTexts } from './texts';

const said = listTexts.file;
// By it a spreadsheet knows UTF-8.
const BOM = '\ufeff';

type Props<Row> = {
  of: Pick<ListOf<Row>, 'name' | 'columns'>;
  /** The rows that are there. */
  rows: Row[] | undefined;
  /** How those are read of which only a part is there. */
  read?: ReadPage<Row> | undefined;
};

/** Saves every row that the filter lets through, not only those that are drawn; says how far it is and whether that were all. */
export function ExportButton<Row>({ of, rows, read }: Props<Row>) {
  const [count, setCount] = useState<number | null>(null);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const file = `${of.name}.csv`;
  const save = (all: Row[], whole: boolean) => {
    saveText(file, BOM + csv(csvOf(of.columns), all));
    notify({ message: (whole ? said.done : said.cut)(file, number(all.length)), ...(!whole && { color: 'yellow', autoClose: 15_000 }) });
  };
  const gather = async (from: ReadPage<Row>) => {
    const ended = new AbortController();
    reading.current = ended;
    setCount(0);
    try {
      const { rows: all, whole } = await allRows(from, ended.signal, setCount);
      save(all, whole);
    } catch (error) {
      if (!ended.signal.aborted) {
        notify({ color: 'red', message: said.failed(problemOf(error).detail) });
      }
    } finally {
      setCount(null);
    }
  };
  if (count !== null) {
    return (
      <Tooltip label={said.stop}>
        <Button variant="default" h={44} aria-label={said.stop} onClick={() => reading.current?.abort()}>
          <span role="status">{said.reading(number(count))}</span>
        </Button>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={said.export}>
      <ActionIcon
        size={44}
        variant="default"
        aria-label={said.export}

        disabled={!rows || rows.length === 0}
        onClick={() => (read ? void gather(read) : save(rows ?? [], true))}
      >
        <IconDownload size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
