using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What one borrower owes, and against what; or so many identical ones together.</summary>
internal sealed class Loan(LoanId id, int debtAsset, int weight, int assets)
{
    public LoanId Id { get; } = id;

    public int DebtAsset { get; } = debtAsset;

    /// <summary>How many identical loans this one stands for: what a protocol asks of one, it asks of each.</summary>
    public int Weight { get; } = weight;

    public Money Debt { get; set; }

    /// <summary>By asset.</summary>
    public Money[] Collateral { get; } = new Money[assets];

    public bool IsUnderAuction { get; set; }

    /// <summary>Highest oracle price at which it is liquidatable, where one price decides.</summary>
    public long Trigger { get; set; }

    /// <summary>The one asset that it holds; null for none or several.</summary>
    public int? OnlyCollateral
    {
        get
        {
            int? only = null;
            for (int asset = 0; asset < Collateral.Length; asset++)
            {
                if (Collateral[asset].IsPositive)
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = asset;
                }
            }

            return only;
        }
    }

    public bool HasCollateral => Array.Exists(Collateral, held => held.IsPositive);
}
