"""Archives: many small texts in one file of independently compressed blocks.

An archive is an ordinary .zst file. Its first frame is a skippable one, which decompressors pass over; it holds, for each
following frame, the compressed length and the number of records inside, as two little-endian u32. A record ends with
an empty line and has none within. So `zstd -dc FILE` shows everything, while the program (crate `awsim-archive`) decodes
only the block that has the record it wants.
"""

import struct

SKIPPABLE_FRAME = 0x184D2A50
RECORD_END = "\n\n"


def pack(records, block_size):
    """One archive of all records, in their order, in blocks of about `block_size` bytes before compression."""
    import zstandard

    compressor = zstandard.ZstdCompressor(level=19, write_checksum=False, write_content_size=True)
    frames, table = [], []
    for block in blocks(records, block_size):
        frames.append(compressor.compress(b"".join(block)))
        table.append(struct.pack("<II", len(frames[-1]), len(block)))
    head = struct.pack("<II", SKIPPABLE_FRAME, 8 * len(table))
    return b"".join([head, *table, *frames])


def blocks(records, block_size):
    """The records' bytes, a list for each block; a record larger than a block has one to itself."""
    block, size = [], 0
    for record in records:
        data = encode(record)
        if block and size + len(data) > block_size:
            yield block
            block, size = [], 0
        block.append(data)
        size += len(data)
    if block:
        yield block


def encode(record):
    if not record or RECORD_END in record or record.startswith("\n") or record.endswith("\n"):
        raise ValueError(f"not a record: {record[:80]!r}")
    return (record + RECORD_END).encode()
