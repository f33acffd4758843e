using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A market that answers: what pushes it, who stands in it, and what may be turned off.</summary>
public sealed record MarketParameters
{
    /// <summary>So that weights and lots stay in range.</summary>
    public const int MostAccountsPerFirm = 1_000;

    /// <summary>Between two looks of participants at the market; the sampling of the series, too.</summary>
    public required Duration Step { get; init; }

    public required ShockParameters Shock { get; init; }

    /// <summary>By coin, in the order of the world's histories.</summary>
    public required IReadOnlyList<CoinParameters> Coins { get; init; }

    /// <summary>In which 1 - 1/e of latent orders show themselves.</summary>
    public required Duration Revelation { get; init; }

    /// <summary>The most that latent traders take in a step, over what is quoted within 1 %.</summary>
    public required double LatentParticipation { get; init; }

    /// <summary>Of the market coin's move, times a coin's beta, that people trade in the other coins at once.</summary>
    public required double Comovement { get; init; }

    /// <summary>Of the other coins' own moves, each over its beta and weighted by depth, that people trade in the market coin at once.</summary>
    public required double Spillover { get; init; }

    /// <summary>Part of the variance of a coin's noise that all of its venues share; above 0.</summary>
    public required double CommonNoise { get; init; }

    /// <summary>Accounts through which a firm, maker or arbitrageur, trades at each place, from 1 to <see cref="MostAccountsPerFirm"/>: margin tiers are wider by as much.</summary>
    public required int AccountsPerFirm { get; init; }

    /// <summary>In which makers put back 1 - 1/e of what was taken from their quotes.</summary>
    public required Duration Refill { get; init; }

    public required MakerParameters Makers { get; init; }

    public required ArbitrageParameters Arbitrage { get; init; }

    public required BehaviourParameters Behaviour { get; init; }

    /// <summary>Null where nobody opens a position after the start.</summary>
    public NewcomerParameters? Newcomers { get; init; }

    public IReadOnlyList<LendingParameters> Lending { get; init; } = [];

    public required Switches Switches { get; init; }

    /// <summary>Null where liquidity is a depth curve.</summary>
    public BookParameters? Books { get; init; }
}
