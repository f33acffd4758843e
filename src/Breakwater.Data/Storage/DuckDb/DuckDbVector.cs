using System.Runtime.CompilerServices;

namespace Breakwater.Data;

/// <summary>One column of a chunk, to be written row by row.</summary>
internal unsafe ref struct DuckDbVector(nint handle)
{
    public const int InlineTextLength = 12;
    private const int TextElementSize = 16;

    private readonly byte* _data = (byte*)DuckDbNative.VectorData(handle);
    private ulong* _validity;

    /// <summary>The first rows, as values of the column's width.</summary>
    public readonly Span<T> Values<T>(int count)
        where T : unmanaged => new(_data, count);

    public readonly void Set<T>(int row, T value)
        where T : unmanaged => ((T*)_data)[row] = value;

    public readonly void SetText(int row, ReadOnlySpan<byte> text)
    {
        if (text.Length <= InlineTextLength)
        {
            SetInline(_data + (row * TextElementSize), text);
        }
        else
        {
            fixed (byte* bytes = text)
            {
                DuckDbNative.AssignString(handle, (ulong)row, bytes, (ulong)text.Length);
            }
        }
    }

    public void SetNull(int row)
    {
        if (_validity == null)
        {
            DuckDbNative.EnsureValidityWritable(handle);
            _validity = DuckDbNative.VectorValidity(handle);
        }

        _validity[row >> 6] &= ~(1UL << (row & 63));
    }

    private static void SetInline(byte* element, ReadOnlySpan<byte> text)
    {
        Unsafe.InitBlockUnaligned(element, 0, TextElementSize);
        *(int*)element = text.Length;
        text.CopyTo(new Span<byte>(element + 4, InlineTextLength));
    }
}
