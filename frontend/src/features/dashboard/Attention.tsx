import { Anchor, Card, Text, Title } from '@mantine/core';
import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconCircleCheckFilled, IconHelpCircleFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './Dashboard.module.css';
import type { Concern } from './health';
import { dashboardTexts } from './texts';

const said = dashboardTexts;

type Props = {
  concerns: Concern[];
  nodes: number;
  /** Whether everything is known that could be a concern. */
  whole: boolean;
};

/** What deserves a look, or that nothing does, which can be said only where everything is known. */
export function Attention({ concerns, nodes, whole }: Props) {
  if (concerns.length === 0) {
    return (
      <Card>
        <div className={styles.concern}>
          {whole ? <IconCircleCheckFilled size={22} color="var(--good)" aria-hidden /> : <IconHelpCircleFilled size={22} color="var(--warn)" aria-hidden />}
          <div>
            <Text fw={650}>{whole ? said.well : said.notWhole}</Text>
            <Text size="sm" c="dimmed">
              {whole ? said.wellDetail(nodes) : said.notWholeDetail}
            </Text>
          </div>
        </div>
      </Card>
    );
  }
  return (
    <Card component="section" aria-label={said.attention}>
      <Title order={2} size="h4">
        {said.notWell(concerns.length)}
      </Title>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {concerns.map(({ id, bad, title, detail, to }) => (
          <li key={id} className={styles.concern}>
            {bad ? <IconAlertOctagonFilled size={20} color="var(--bad)" aria-hidden /> : <IconAlertTriangleFilled size={20} color="var(--warn)" aria-hidden />}
            <div>
              {to ? (
                <Anchor component={Link} to={to} fw={600}>
                  {title}
                </Anchor>
              ) : (
                <Text fw={600}>{title}</Text>
              )}
              {detail && (
                <Text size="sm" c="dimmed">
                  {detail}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
