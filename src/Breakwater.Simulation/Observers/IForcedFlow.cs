using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Tells the generations what a venue forces and unwinds, and how far that moved prices.</summary>
internal interface IForcedFlow : IEventObserver
{
    /// <summary>Null until a market has been joined.</summary>
    MarketGenerations? Generations { get; set; }

    /// <summary>From here on what the venue's orders trade is forced by a mark of the listing.</summary>
    void BeginWave(int listing);

    /// <summary>From here on what the venue's orders trade is forced by a price of collateral, which counts as a move from outside.</summary>
    void BeginWaveFromOutside();

    /// <summary>From here on the venue's orders sell what its fund took over.</summary>
    void BeginUnwinding();

    /// <summary>What comes next is nobody's doing; the venue's log has been read up to here.</summary>
    void End();
}
