using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Knows how far an owner's position may still be reduced: what the book, which knows no positions, asks a venue.</summary>
public interface IReductionLimit
{
    /// <summary>Lots that an order of a side may trade now without opening anything; not negative.</summary>
    /// <remarks>Asked while a command is carried out: fills so far are in the log and must count.</remarks>
    long ReducibleLots(InstrumentId instrument, int owner, Side side);
}
