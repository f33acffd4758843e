namespace Breakwater.Data;

/// <summary>The checksum of zip archives (reflected polynomial 0xEDB88320), eight bytes a step.</summary>
internal struct Crc32
{
    private const int Slices = 8;

    private static readonly uint[] s_tables = BuildTables();

    private uint _state;

    public readonly uint Value => _state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_state;
        while (bytes.Length >= Slices)
        {
            uint low = BitConverter.ToUInt32(bytes) ^ crc;
            uint high = BitConverter.ToUInt32(bytes[4..]);
            crc =
                s_tables[(7 * 256) + (low & 0xFF)]
                ^ s_tables[(6 * 256) + (low >> 8 & 0xFF)]
                ^ s_tables[(5 * 256) + (low >> 16 & 0xFF)]
                ^ s_tables[(4 * 256) + (low >> 24)]
                ^ s_tables[(3 * 256) + (high & 0xFF)]
                ^ s_tables[(2 * 256) + (high >> 8 & 0xFF)]
                ^ s_tables[256 + (high >> 16 & 0xFF)]
                ^ s_tables[high >> 24];
            bytes = bytes[Slices..];
        }

        foreach (byte value in bytes)
        {
            crc = s_tables[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        _state = ~crc;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[Slices * 256];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }

            tables[value] = crc;
        }

        for (int index = 256; index < tables.Length; index++)
        {
            uint shorter = tables[index - 256];
            tables[index] = tables[shorter & 0xFF] ^ (shorter >> 8);
        }

        return tables;
    }
}
