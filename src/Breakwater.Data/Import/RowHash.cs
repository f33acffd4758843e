using System.Buffers.Binary;

namespace Breakwater.Data;

/// <summary>64 bits of a row's stored values: equal rows have equal hashes, and others meet by chance of 2^-64 a pair.</summary>
internal static class RowHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    public static ulong Of(RowBatch batch, int row)
    {
        ulong hash = Mix(Seed, unchecked((ulong)batch.Times()[row]));
        for (int column = 1; column < batch.ColumnCount; column++)
        {
            hash = batch.IsNumber(column)
                ? Mix(hash, BitConverter.DoubleToUInt64Bits(batch.Numbers(column)[row]))
                : MixText(hash, batch.Text(column, row));
        }

        return hash;
    }

    private static ulong MixText(ulong hash, ReadOnlySpan<byte> text)
    {
        hash = Mix(hash, (ulong)text.Length);
        while (text.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (byte letter in text)
        {
            rest = (rest << 8) | letter;
        }

        return Mix(hash, rest);
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        ulong high = Math.BigMul(hash ^ value, Multiplier, out ulong low);
        return unchecked((high ^ low) + Seed);
    }
}
