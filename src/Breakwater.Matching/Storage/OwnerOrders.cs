namespace Breakwater.Matching;

/// <summary>The open orders of each owner, in the order in which they came to rest. Slot 0 stands for none.</summary>
internal sealed unsafe class OwnerOrders
{
    private const int FirstCapacity = 16;
    private Slab<Ends> _owners;
    private Slab<Links> _links;

    public uint First(int owner) => owner >= 0 && owner < _owners.Length ? _owners.Rows[owner].First : 0;

    /// <summary>Brings closer what the removal of the order in a slot reads.</summary>
    public void Fetch(int owner, uint slot)
    {
        CacheLine.Fetch(_owners.Rows + owner);
        CacheLine.Fetch(_links.Rows + slot);
    }

    public uint After(uint slot) => _links.Rows[slot].Next;

    /// <param name="slots">How many slots the book has; the links grow with it.</param>
    public void Append(int owner, uint slot, int slots)
    {
        if (owner >= _owners.Length || slot >= _links.Length)
        {
            Reserve(owner, slots);
        }

        Ends* ends = _owners.Rows + owner;
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
        Ends* ends = _owners.Rows + owner;
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

    private void Reserve(int owner, int slots)
    {
        if (owner >= _owners.Length)
        {
            _owners.GrowTo(Math.Max(FirstCapacity, owner + 1));
        }

        if (slots > _links.Length)
        {
            _links.GrowTo(slots);
        }
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
