namespace Breakwater.Simulation;

/// <summary>What an account does when its level is passed.</summary>
internal enum TriggerKind
{
    /// <summary>Closes soon and at any price: a stop, or panic.</summary>
    Stop,

    /// <summary>Closes while the price is beyond the level: a profit taken by an order that rests.</summary>
    TakeProfit,

    AddMargin,

    /// <summary>Closes some time later: who has seen enough, on either side.</summary>
    Exit,
}
