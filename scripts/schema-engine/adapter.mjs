// Three things that @prisma/adapter-pg 7.10 does differently from the native engine, put right.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { createDatabase, dropDatabase, withDatabase } from './server.mjs';

const oidOfChar = 18;
const oidOfText = 25;

export class MigrationAdapter extends PrismaPg {
  #url;

  constructor(url) {
    super({ connectionString: url, max: 1 });
    this.#url = url;
  }

  async connect() {
    return corrected(await super.connect());
  }

  /** The original one gives the pool both a URL and a name; the URL wins, and the "shadow" is the real database. */
  async connectToShadowDb() {
    const url = withDatabase(this.#url, `prisma_migrate_shadow_db_${randomUUID()}`);
    await createDatabase(url);
    const shadow = await new MigrationAdapter(url).connect();
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await dropDatabase(url);
    };
    return shadow;
  }
}

function corrected(connection) {
  // The original one cuts a script at every semicolon, and through the bodies of functions.
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };

  // The original one does not know PostgreSQL's one-byte type "char", which its catalogue is full of.
  const { performIO, queryRaw } = connection;
  let isChar = [];
  connection.performIO = async (query) => {
    const result = await performIO.call(connection, query);
    const fields = result.fields ?? [];
    isChar = fields.map((field) => field.dataTypeID === oidOfChar);
    for (const field of fields) if (field.dataTypeID === oidOfChar) field.dataTypeID = oidOfText;
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw.call(connection, query);
    result.columnTypes = result.columnTypes.map((type, at) => (isChar[at] ? ColumnTypeEnum.Character : type));
    return result;
  };
  return connection;
}
