using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>The open orders of each owner, in the order in which they came to rest. Slot 0 stands for none.</summary>
/// <remarks>
/// Owners are a venue's accounts, of which few have orders in any one book: their lists lie in pages that exist once one of
/// their 128 owners has had an order.
/// <code>
/// pages[owner / 128] -> start of page     lists[start + owner % 128] = { first, last }
/// </code>
/// </remarks>
internal sealed unsafe class OwnerOrders
{
    private const int Shift = 7;
    private const int OwnersPerPage = 1 << Shift;
    private const int FewestPages = 16;

    // No page starts at 0, which stands for none.
    private Slab<int> _pages;
    private Slab<Ends> _lists;
    private Slab<Links> _links;
    private int _end = OwnersPerPage;

    public uint First(int owner) => HasPage(owner) ? ListOf(owner)->First : 0;

    /// <summary>Brings closer what the removal of the order in a slot reads.</summary>
    public void Fetch(int owner, uint slot)
    {
        CacheLine.Fetch(_links.Rows + slot);
        if (HasPage(owner))
        {
            CacheLine.Fetch(ListOf(owner));
        }
    }

    public uint After(uint slot) => _links.Rows[slot].Next;

    /// <param name="slots">How many slots the book has; the links grow with it.</param>
    public void Append(int owner, uint slot, int slots)
    {
        if (slot >= _links.Length || !HasPage(owner))
        {
            Reserve(owner, slots);
        }

        Ends* ends = ListOf(owner);
        uint last = ends->Last;
        _links.Rows[slot] = new Links { Previous = last };
        if (last == 0)
        {
            ends->First = slot;
        }
        else
        {
            _links.Rows[last].Next = slot;
        }

        ends->Last = slot;
    }

    public void Remove(int owner, uint slot)
    {
        Ends* ends = ListOf(owner);
        Links links = _links.Rows[slot];
        if (links.Previous == 0)
        {
            ends->First = links.Next;
        }
        else
        {
            _links.Rows[links.Previous].Next = links.Next;
        }

        if (links.Next == 0)
        {
            ends->Last = links.Previous;
        }
        else
        {
            _links.Rows[links.Next].Previous = links.Previous;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasPage(int owner) => (uint)owner >> Shift < (uint)_pages.Length && _pages.Rows[owner >> Shift] != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Ends* ListOf(int owner) =>
        _lists.Rows + (uint)(_pages.Rows[owner >> Shift] + (owner & (OwnersPerPage - 1)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Reserve(int owner, int slots)
    {
        if (slots > _links.Length)
        {
            _links.GrowTo(slots);
        }

        int index = owner >> Shift;
        if (index >= _pages.Length)
        {
            _pages.GrowTo(Math.Max(FewestPages, index + 1));
        }

        if (_pages.Rows[index] == 0)
        {
            _pages.Rows[index] = TakePage();
        }
    }

    private int TakePage()
    {
        int start = _end;
        _end += OwnersPerPage;
        if (_end > _lists.Length)
        {
            _lists.GrowTo(_end);
        }

        return start;
    }

    private struct Ends
    {
        public uint First;
        public uint Last;
    }

    private struct Links
    {
        public uint Next;
        public uint Previous;
    }
}
