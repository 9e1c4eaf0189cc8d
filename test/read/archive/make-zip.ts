/** Zip archives as tests need them: right ones, and ones that lie. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive, and what its headers say about it where that isn't true. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** What the headers call its size. */
  readonly size?: number;
  readonly crc32?: number;
  /** The general purpose flags; bit 0 says that it is encrypted. */
  readonly flags?: number;
  /** Take the compressed bytes of the file before, so that the two overlap. */
  readonly overlaps?: boolean;
}

/** A zip archive with the files. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let lastOffset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const data = file.stored === true ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(file.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((file.flags ?? 0) | 0x800, 2);
    fields.writeUInt16LE(file.stored === true ? 0 : 8, 4);
    fields.writeUInt16LE(0x2821, 8);
    fields.writeUInt32LE(file.crc32 ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(file.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const at = file.overlaps === true ? lastOffset : offset;
    if (file.overlaps !== true) {
      const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
      local.push(entry);
      lastOffset = offset;
      offset += entry.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name]));
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}
