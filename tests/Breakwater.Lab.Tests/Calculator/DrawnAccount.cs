using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Accounts of any size, safe and broken, in the instruments of a rule set.</summary>
internal static class DrawnAccount
{
    private const long PriceOfOthers = 20;

    private static readonly Dictionary<string, long> s_prices = new(StringComparer.Ordinal)
    {
        ["BTC"] = 60_000,
        ["ETH"] = 2_500,
        ["SOL"] = 150,
    };

    /// <returns>One position isolated, or one to three under cross margin with collateral, wallet or both.</returns>
    public static AccountQuestion Draw(Luck luck, RuleSet rules)
    {
        bool cross = luck.Chance(0.5);
        Listing[] listings = [.. rules.Listings.Values.Distinct()];
        int count = cross ? (int)luck.Between(1, listings.Length) : 1;
        var positions = new List<PositionQuestion>();
        for (int i = 0; i < count; i++)
        {
            positions.Add(Position(luck, rules, cross ? listings[i] : listings[luck.Below(listings.Length)], cross));
        }

        return new AccountQuestion
        {
            Mode = cross ? "cross" : "isolated",
            Balance = cross ? Balance(luck, rules) : null,
            Positions = positions,
        };
    }

    private static PositionQuestion Position(Luck luck, RuleSet rules, Listing listing, bool cross)
    {
        Rational price = Rational.FromInteger(s_prices.GetValueOrDefault(listing.Coin, PriceOfOthers));
        Rational entry = price * Rational.FromFraction(luck.Between(700, 1300), 1000);
        Rational coins = Rational.FromFraction(luck.OfAnySize(50_000_000), 1000);
        Rational contracts = rules.Contract == ContractKind.Linear ? coins : coins * price;
        return new PositionQuestion
        {
            Symbol = listing.Symbol,
            Side = luck.Of("long", "short"),
            Quantity = Rational.Max((contracts / listing.ContractSize).ToInteger(Rounding.Floor), Rational.One),
            EntryPrice = entry,
            MarkPrice = entry * Rational.FromFraction(luck.Between(800, 1200), 1000),
            Leverage = Rational.FromInteger(luck.Between(1, 50)),
            ExtraMargin = !cross && luck.Chance(0.2) ? Rational.FromInteger(luck.Between(0, 1000)) : null,
        };
    }

    private static Rational Balance(Luck luck, RuleSet rules)
    {
        Rational money = Rational.FromInteger(luck.OfAnySize(1_000_000_000));
        return rules.Contract == ContractKind.Linear ? money : money / Rational.FromInteger(2_500);
    }
}
