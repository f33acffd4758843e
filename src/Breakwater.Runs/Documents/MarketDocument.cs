using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>A market that makes its own prices.</summary>
internal sealed record MarketDocument
{
    [Description("Between two looks of participants at the market; the sampling of the series, too.")]
    public required Stated<Duration> Step { get; init; }

    [Description("Which of the equally likely crowds all paths meet; 1 where left out.")]
    public Stated<int>? CrowdSeed { get; init; }

    [Description("In which 1 - 1/e of latent orders show themselves.")]
    public required Stated<Duration> Revelation { get; init; }

    [Description("Every coin's latentDensity counts times this.")]
    public required Stated<double> LatentFactor { get; init; }

    [Description("The most that latent traders take in a step, over what is quoted within 1 %.")]
    public required Stated<Share> LatentParticipation { get; init; }

    [Description("Of the move of the first coin, times its own beta, that people trade in every other coin at once.")]
    public required Stated<Share> Comovement { get; init; }

    [Description(
        "Of the other coins' own moves, each over its beta and weighted by depth, that people trade in the first coin at once."
    )]
    public required Stated<Share> Spillover { get; init; }

    [Description("Of the variance of a coin's noise, the part that all of its venues share.")]
    public required Stated<Share> CommonNoise { get; init; }

    [Description(
        "Accounts through which a firm, maker or arbitrageur, trades at each place: margin tiers are wider by as much."
    )]
    public required Stated<int> AccountsPerFirm { get; init; }

    [Description("In which makers put back 1 - 1/e of what was taken from their quotes.")]
    public required Stated<Duration> Refill { get; init; }

    public required ShockDocument Shock { get; init; }

    [Description("By coin, each coin of the scenario.")]
    public required OrderedDictionary<string, CoinInMarketDocument> Coins { get; init; }

    [Description("Depth curves, or order books where makers and the public have real orders; curves where left out.")]
    public Stated<LiquidityKind>? Liquidity { get; init; }

    [Description("What rests in order books; needed where liquidity is books.")]
    public BooksDocument? Books { get; init; }

    public required MakersDocument Makers { get; init; }

    public required ArbitrageDocument Arbitrage { get; init; }

    public required BehaviourDocument Behaviour { get; init; }

    [Description("Who opens positions while the price moves; nobody where left out.")]
    public NewcomersDocument? Newcomers { get; init; }

    [Description("Lending markets, each under the name that it has in this run.")]
    public OrderedDictionary<string, LendingMarketDocument>? Lending { get; init; }

    public required SwitchesDocument Switches { get; init; }
}
