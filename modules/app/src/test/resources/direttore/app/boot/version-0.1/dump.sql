-- Writes all of the database as statements that make it again; psql -XqAt -f dump.sql
\set VERBOSITY terse
BEGIN READ ONLY;

SELECT 'SET check_function_bodies = off;';

SELECT format('CREATE SEQUENCE %I;', c.relname)
  FROM pg_class c
 WHERE c.relkind = 'S' AND c.relnamespace = 'public'::regnamespace
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))
 ORDER BY 1;

SELECT format(E'CREATE TABLE %I (\n  %s);', c.relname, string_agg(
         concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
           CASE a.attidentity WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' END,
           'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), CASE WHEN a.attnotnull THEN 'NOT NULL' END),
         E',\n  ' ORDER BY a.attnum))
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
 GROUP BY c.relname ORDER BY c.relname;

SELECT format(
         'SELECT format(''INSERT INTO %I OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::%I, %%L);'',
            (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(t)) WHERE value <> ''null''))
            FROM %I t ORDER BY 1', relname, relname, relname)
  FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
 ORDER BY relname
\gexec

SELECT format('SELECT setval(%L, %s);', sequencename, last_value)
  FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1;

-- Keys before what refers to them.
SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'c', 'f') AND conrelid <> 0
 ORDER BY contype = 'f', conrelid::regclass::text, conname;

SELECT pg_get_indexdef(i.indexrelid) || ';'
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
 WHERE c.relnamespace = 'public'::regnamespace
   AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
 ORDER BY c.relname;

SELECT format(E'CREATE VIEW %I AS\n%s', c.relname, pg_get_viewdef(c.oid))
  FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = 'public'::regnamespace ORDER BY c.oid;

SELECT pg_get_functiondef(oid) || ';' FROM pg_proc
 WHERE pronamespace = 'public'::regnamespace ORDER BY oid;

SELECT pg_get_triggerdef(t.oid) || ';' FROM pg_trigger t
 WHERE NOT t.tgisinternal ORDER BY t.tgrelid::regclass::text, t.tgname;

COMMIT;
