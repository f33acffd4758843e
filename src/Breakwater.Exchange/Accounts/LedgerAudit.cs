using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The two identities that hold after every command, reckoned by looking at every row.</summary>
/// <remarks>
/// Money: wallets + isolated margins − costs of positions + unsettled funding + rounding + fees − unpaid losses = deposits −
/// withdrawals, to the billionth of a minor unit, whatever the marks: where longs are shorts, their values add up to nothing.
/// Contracts: longs = shorts in each instrument.
/// </remarks>
internal static class LedgerAudit
{
    /// <summary>What is in the ledger beyond deposits less withdrawals, in billionths of a minor unit: zero, or money leaked.</summary>
    public static Int128 Surplus(Ledger ledger)
    {
        Int128 minorUnits =
            ledger.FeesCollected.MinorUnits - (Int128)ledger.NetDeposits.MinorUnits - ledger.UnpaidLoss.MinorUnits;
        for (int account = 0; account < ledger.AccountCount; account++)
        {
            minorUnits += ledger.Account(account).Wallet.MinorUnits;
        }

        Int128 unsettled = 0;
        foreach (ref readonly Position position in ledger.Positions)
        {
            minorUnits += (position.IsolatedMargin - position.Cost).MinorUnits;
            unsettled +=
                (Int128)position.Lots.Lots * (ledger.FundingIndexOf(position.Instrument) - position.FundingIndex);
        }

        return minorUnits * FundingIndex.Scale - unsettled + ledger.RoundingBillionths;
    }

    /// <summary>Longs less shorts of one instrument.</summary>
    public static Quantity Imbalance(Ledger ledger, int instrument)
    {
        Quantity sum = Quantity.Zero;
        foreach (ref readonly Position position in ledger.Positions)
        {
            if (position.Instrument == instrument)
            {
                sum += position.Lots;
            }
        }

        return sum;
    }
}
