using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Testing;

namespace Breakwater.Lab.Tests;

/// <summary>Accounts of any size, safe and broken, in the instruments of a rule set.</summary>
internal sealed class DrawnAccounts(RuleSet rules)
{
    private const long PriceOfOthers = 20;

    private static readonly Dictionary<string, long> s_prices = new(StringComparer.Ordinal)
    {
        ["BTC"] = 60_000,
        ["ETH"] = 2_500,
        ["SOL"] = 150,
    };

    private readonly Listing[] _listings = [.. rules.Listings.Values.Distinct()];

    public RuleSet Rules => rules;

    /// <returns>One position isolated, or one in each of some instruments under cross margin.</returns>
    public AccountQuestion Draw(Luck luck)
    {
        bool cross = luck.Chance(0.5);
        int count = cross ? (int)luck.Between(1, _listings.Length) : 1;
        var positions = new List<PositionQuestion>();
        for (int i = 0; i < count; i++)
        {
            positions.Add(Position(luck, cross ? _listings[i] : _listings[luck.Below(_listings.Length)], cross));
        }

        return new AccountQuestion
        {
            Mode = cross ? "cross" : "isolated",
            Balance = cross ? Balance(luck) : null,
            Positions = positions,
        };
    }

    private static PositionQuestion Position(Luck luck, Listing listing, bool cross)
    {
        Rational price = Rational.FromInteger(s_prices.GetValueOrDefault(listing.Coin, PriceOfOthers));
        Rational entry = price * Rational.FromFraction(luck.Between(700, 1300), 1000);
        Rational coins = Rational.FromFraction(luck.OfAnySize(50_000_000), 1000);
        Rational contracts = listing.Contract == ContractKind.Linear ? coins : coins * price;
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

    private Rational Balance(Luck luck)
    {
        Rational money = Rational.FromInteger(luck.OfAnySize(1_000_000_000));
        return rules.Contract == ContractKind.Linear ? money : money / Rational.FromInteger(2_500);
    }
}
