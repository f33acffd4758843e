using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>Rows of plain data at a fixed address that begins a cache line.</summary>
/// <remarks>A garbage-collected array backs it: nothing to free. Growing moves the rows; whoever holds <see cref="Rows"/> reads it again.</remarks>
internal unsafe struct Slab<T>
    where T : unmanaged
{
    private const int LineSize = 64;
    private byte[] _memory;

    public Slab(int length)
    {
        int bytes = checked(length * sizeof(T));
        _memory = GC.AllocateArray<byte>(bytes + LineSize, pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref _memory[0]);
        Rows = (T*)((address + LineSize - 1) & ~(nint)(LineSize - 1));
        Length = length;
        LargePages.Advise(Rows, bytes);
        new Span<T>(Rows, length).Clear();
    }

    public T* Rows { get; private set; }

    public int Length { get; private set; }

    /// <summary>The row, after a check that it is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref T At(int row) => ref new Span<T>(Rows, Length)[row];

    /// <summary>At least this many rows, the old ones kept, the new ones zero. Doubles, so that growth costs little per row.</summary>
    public void GrowTo(int length)
    {
        Slab<T> larger = new(Math.Max(length, checked(Length * 2)));
        if (Length > 0)
        {
            new ReadOnlySpan<T>(Rows, Length).CopyTo(new Span<T>(larger.Rows, larger.Length));
        }

        this = larger;
    }
}
