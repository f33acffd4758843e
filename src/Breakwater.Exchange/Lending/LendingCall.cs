using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What one liquidation or one purchase from an auction does, or why it does nothing.</summary>
/// <param name="Repaid">By the liquidator, in smallest units of the asset owed; of an auction what is paid, penalty included.</param>
/// <param name="Seized">In smallest units of the collateral.</param>
/// <param name="ProtocolPart">What the protocol keeps of what is seized.</param>
public readonly record struct LendingCall(
    LendingRefusal Refusal,
    Money Repaid = default,
    Money Seized = default,
    Money ProtocolPart = default
)
{
    public bool IsDone => Refusal == LendingRefusal.None;

    /// <summary>Of what is seized, the liquidator's.</summary>
    public Money Received => Seized - ProtocolPart;
}
