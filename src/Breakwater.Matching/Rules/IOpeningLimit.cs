using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>What a book asks before a conditional order that went off enters it: nothing was set aside for it while it waited.</summary>
public interface IOpeningLimit
{
    /// <summary>Whether the owner can carry what the order would open now. Asked in the middle of a command.</summary>
    /// <param name="limit">The price that the order accepts at worst; zero for a market order.</param>
    bool CanOpen(InstrumentId instrument, int owner, Side side, Quantity quantity, Price limit);
}
