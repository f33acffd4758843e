using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>What stands behind a question's positions, asset by asset.</summary>
internal static class Wallet
{
    private static readonly CollateralTier[] s_inFull = [new(null, Rational.One)];

    /// <summary>The collateral, and where there is a balance or an equity, that in the settlement currency.</summary>
    /// <param name="profit">Unrealised, of all positions.</param>
    public static CollateralHolding[] HoldingsOf(RuleSet rules, AccountQuestion question, string path, Rational profit)
    {
        int assets = question.Collateral?.Count ?? 0;
        Rational? balance = question.Balance ?? (question.Equity is { } equity && assets == 0 ? equity - profit : null);
        var holdings = new CollateralHolding[balance is null ? assets : assets + 1];
        for (int i = 0; i < assets; i++)
        {
            holdings[i] = HoldingOf(
                rules,
                question.Collateral![i],
                FormattableString.Invariant($"{path}.collateral[{i}]")
            );
        }

        if (balance is { } money)
        {
            holdings[^1] = new CollateralHolding(rules.Settlement, money, Rational.One, s_inFull, null, null);
        }

        return holdings;
    }

    /// <summary>An amount of the settlement currency, counted as the venue's table says.</summary>
    public static CollateralHolding OfSettlement(RuleSet rules, Rational amount) =>
        new(
            rules.Settlement,
            amount,
            Rational.One,
            rules.Collateral.GetValueOrDefault(rules.Settlement, s_inFull),
            null,
            null
        );

    public static Rational CountedValue(ReadOnlySpan<CollateralHolding> holdings)
    {
        Rational counted = Rational.Zero;
        foreach (CollateralHolding holding in holdings)
        {
            counted += holding.CountedValue;
        }

        return counted;
    }

    private static CollateralHolding HoldingOf(RuleSet rules, CollateralQuestion asset, string path)
    {
        Rational price = asset.Price ?? Rational.One;
        return new CollateralHolding(
            asset.Asset ?? rules.Settlement,
            asset.Amount ?? throw QuestionException.Missing($"{path}.amount"),
            price.IsPositive ? price : throw QuestionException.Invalid($"{path}.price", "must be above zero"),
            TiersOf(rules, asset, path),
            asset.ConversionHaircut,
            asset.DebtLimit
        );
    }

    private static IReadOnlyList<CollateralTier> TiersOf(RuleSet rules, CollateralQuestion asset, string path)
    {
        if (asset.Haircut is { } haircut)
        {
            return [new CollateralTier(null, Rational.One - haircut)];
        }

        if (asset.Asset is { } name && rules.Collateral.TryGetValue(name, out IReadOnlyList<CollateralTier>? tiers))
        {
            return tiers;
        }

        return asset.Asset is null || asset.Asset == rules.Settlement
            ? s_inFull
            : throw QuestionException.Invalid(
                $"{path}.asset",
                $"\"{asset.Asset}\" has no haircut in {rules.Name}; state one"
            );
    }
}
