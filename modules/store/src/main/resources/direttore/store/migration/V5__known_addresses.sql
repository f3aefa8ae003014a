-- Where people came in, so that guessing strangers never keep them out.

CREATE TABLE known_address (
  person       uuid NOT NULL REFERENCES person,
  address      text NOT NULL,
  last_sign_in timestamptz NOT NULL,
  PRIMARY KEY (person, address)
);
COMMENT ON TABLE known_address IS
  'From where people signed in of late: the tries of strangers do not slow them down there.';

INSERT INTO known_address (person, address, last_sign_in)
SELECT person, address, max(created_at) FROM session GROUP BY person, address;
