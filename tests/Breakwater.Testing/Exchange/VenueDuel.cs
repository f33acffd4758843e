using System.Text;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>The real venue and its naive twin under the same commands, compared by every event and by state after each.</summary>
public sealed class VenueDuel
{
    private const int CommandsShown = 12;
    private static readonly Limits Limits = new(Accounts: 16, Positions: 30);

    private readonly ulong _seed;
    private readonly DrawnMarket _market;
    private readonly DrawnCommands _commands;
    private readonly RealVenue _real;
    private readonly NaiveVenue _naive;
    private readonly EventLog _realLog;
    private readonly EventLog _naiveLog;
    private readonly RecordedEvents _realEvents = new();
    private readonly RecordedEvents _naiveEvents = new();
    private readonly EventReplay _replay;
    private readonly Queue<string> _recent = new();

    /// <param name="seed">All there is to draw is drawn from it.</param>
    /// <param name="rules">Null: drawn, too.</param>
    public VenueDuel(ulong seed, VenueRules? rules = null)
    {
        _seed = seed;
        var luck = new Luck(seed);
        _market = rules is null ? new DrawnMarket(luck) : new DrawnMarket(luck, rules);
        _realLog = new EventLog(_realEvents);
        _naiveLog = new EventLog(_naiveEvents);
        _real = new RealVenue(_market.Rules, _market.Liquidity, Limits, _realLog);
        _naive = new NaiveVenue(_market.Rules, _market.Liquidity, Limits, _naiveLog);
        _replay = new EventReplay(_market.Rules);
        _commands = new DrawnCommands(luck, _market, _naive);
    }

    /// <summary>How often each kind of event was written.</summary>
    public SortedDictionary<EventKind, long> Counts { get; } = [];

    public int Steps { get; private set; }

    /// <summary>Of all instruments of the market.</summary>
    public ContractKind Contract => _market.Rules.Instruments[0].Instrument.Kind;

    /// <returns>Null, or the story of the first difference.</returns>
    public string? Fight(int commands)
    {
        while (Steps < commands)
        {
            VenueCommand command = _commands.Next(Steps++);
            Remember(FormattableString.Invariant($"{Steps}: {command}"));
            if (Step(command) is { } difference)
            {
                return Story(difference);
            }
        }

        return null;
    }

    private string? Step(VenueCommand command)
    {
        Rejection expected = command.Give(_naive);
        _naiveLog.Flush();
        Rejection answered;
        try
        {
            answered = command.Give(_real);
        }
        catch (Exception problem) when (problem is ArithmeticException or IndexOutOfRangeException)
        {
            return FormattableString.Invariant($"the real venue threw {problem}");
        }

        _realLog.Flush();
        string? difference = DifferenceOfEvents();
        if (difference is null && answered != expected)
        {
            difference = FormattableString.Invariant($"answer: naive {expected}, real {answered}");
        }

        Replay();
        return difference ?? DifferenceOfState() ?? BrokenIdentity();
    }

    private string? DifferenceOfEvents()
    {
        int count = Math.Max(_naiveEvents.All.Count, _realEvents.All.Count);
        for (int i = 0; i < count; i++)
        {
            MarketEvent? naive = i < _naiveEvents.All.Count ? _naiveEvents.All[i] : null;
            MarketEvent? real = i < _realEvents.All.Count ? _realEvents.All[i] : null;
            if (naive != real)
            {
                return FormattableString.Invariant($"event {i} of the command:\n  naive {naive}\n  real  {real}");
            }
        }

        return null;
    }

    private void Replay()
    {
        foreach (MarketEvent fact in _realEvents.All)
        {
            Counts[fact.Kind] = Counts.GetValueOrDefault(fact.Kind) + 1;
            _replay.Observe([fact]);
        }

        _realEvents.Clear();
        _naiveEvents.Clear();
    }

    private string? DifferenceOfState()
    {
        string? difference =
            Compare("unpaid loss", _naive.UnpaidLoss, _real.UnpaidLoss, _replay.UnpaidLoss)
            ?? Compare("net deposits", _naive.NetDeposits, _real.NetDeposits, _replay.NetDeposits)
            ?? Compare("equity of the fund", _naive.FundEquity, _real.FundEquity, _naive.FundEquity);
        for (int a = 0; a < _naive.AccountCount && difference is null; a++)
        {
            var account = new AccountId(a);
            difference = Compare(
                FormattableString.Invariant($"wallet of {a}"),
                _naive.WalletOf(account),
                _real.WalletOf(account),
                _replay.WalletOf(account)
            );
            for (int i = 0; i < _market.Rules.Instruments.Count && difference is null; i++)
            {
                difference = DifferenceOfPosition(account, new InstrumentId(i));
            }

            for (int i = 0; i < Assets && difference is null; i++)
            {
                difference = DifferenceOfCollateral(account, new AssetId(i));
            }
        }

        return difference;
    }

    private int Assets => _market.Rules.Collateral?.Assets.Count ?? 0;

    private string? DifferenceOfCollateral(AccountId account, AssetId asset) =>
        Compare(
            FormattableString.Invariant($"{asset} of {account.Index}"),
            _naive.CollateralOf(account, asset),
            _real.CollateralOf(account, asset),
            _replay.CollateralOf(account, asset)
        );

    private string? DifferenceOfPosition(AccountId account, InstrumentId instrument)
    {
        MarginState expected = _naive.MarginOf(account, instrument);
        string name = FormattableString.Invariant($"of {account.Index} in {instrument.Index}");
        return Compare(
                $"position {name}",
                _naive.PositionOf(account, instrument),
                _real.PositionOf(account, instrument),
                _replay.PositionOf(account, instrument)
            ) ?? Compare($"margin account {name}", expected, _real.MarginOf(account, instrument), expected);
    }

    private static string? Compare<T>(string name, T naive, T real, T replayed)
        where T : struct, IEquatable<T> =>
        naive.Equals(real) && naive.Equals(replayed)
            ? null
            : FormattableString.Invariant($"{name}: naive {naive}, real {real}, replayed {replayed}");

    private string? BrokenIdentity()
    {
        if (_naive.Surplus() != 0 || _real.Surplus() != 0 || _replay.Surplus() != 0)
        {
            return FormattableString.Invariant(
                $"surplus: naive {_naive.Surplus()}, real {_real.Surplus()}, replayed {_replay.Surplus()}"
            );
        }

        for (int i = 0; i < _market.Rules.Instruments.Count; i++)
        {
            var instrument = new InstrumentId(i);
            if (!_real.Imbalance(instrument).IsZero || !_naive.Imbalance(instrument).IsZero)
            {
                return FormattableString.Invariant($"imbalance of {i}: real {_real.Imbalance(instrument)}");
            }
        }

        for (int i = 0; i < Assets; i++)
        {
            var asset = new AssetId(i);
            if (!_real.CollateralSurplus(asset).IsZero || !_naive.CollateralSurplus(asset).IsZero)
            {
                return FormattableString.Invariant($"surplus of {asset}: real {_real.CollateralSurplus(asset)}");
            }
        }

        return null;
    }

    private void Remember(string command)
    {
        _recent.Enqueue(command);
        if (_recent.Count > CommandsShown)
        {
            _recent.Dequeue();
        }
    }

    private string Story(string difference)
    {
        var story = new StringBuilder();
        story.AppendLine(FormattableString.Invariant($"seed {_seed}, step {Steps}: {difference}"));
        story.AppendLine("market:").AppendLine(_market.ToString()).AppendLine("last commands:");
        story.AppendJoin("\n", _recent);
        return story.ToString();
    }
}
