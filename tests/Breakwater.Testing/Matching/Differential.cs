using System.Globalization;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>The same commands to the naive and the real book: events and state must agree at every step.</summary>
public sealed class Differential
{
    private const int CommandsPerRecomputation = 1_000;
    private static readonly Instrument Instrument = new(new InstrumentId(3), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private readonly EventRecorder _naiveEvents = new();
    private readonly EventRecorder _realEvents = new();
    private readonly BookReplica _naiveReplica = new();
    private readonly BookReplica _realReplica = new();
    private readonly EventHash _hash = new();
    private readonly CommandDraws _commands;
    private readonly IBook[] _books;
    private readonly long[] _kinds = new long[256];

    public Differential(ulong seed)
    {
        _commands = new CommandDraws(seed);
        _books =
        [
            new NaiveBook(Instrument, _commands.Rules, _naiveEvents.Log),
            new RealBook(Instrument, _commands.Rules, _realEvents.Log),
        ];
    }

    /// <summary>Digest of all events: the result by which a run is known.</summary>
    public string Digest => _hash.Digest();

    public long Events => _hash.Count;

    public IReadOnlyList<long> EventsByKind => _kinds;

    /// <exception cref="InvalidOperationException">The books disagree; says at which command and how.</exception>
    public void Run(int commands)
    {
        for (int command = 1; command <= commands; command++)
        {
            _commands.Next(_books, _realReplica.OpenOrders);
            CompareEvents(command);
            CompareState(command);
            if (command % CommandsPerRecomputation == 0)
            {
                Recompute(command);
            }
        }
    }

    private void CompareEvents(int command)
    {
        IReadOnlyList<MarketEvent> naive = _naiveEvents.Take();
        IReadOnlyList<MarketEvent> real = _realEvents.Take();
        for (int index = 0; index < Math.Max(naive.Count, real.Count); index++)
        {
            MarketEvent? expected = index < naive.Count ? naive[index] : null;
            MarketEvent? actual = index < real.Count ? real[index] : null;
            Require(expected == actual, command, $"event {index}: naive {expected}, real {actual}");
            _naiveReplica.Apply(naive[index]);
            _realReplica.Apply(real[index]);
            _kinds[(int)real[index].Kind]++;
            _hash.Observe([real[index]]);
        }
    }

    private void CompareState(int command)
    {
        Require(_naiveReplica.StateHash == _realReplica.StateHash, command, "state hashes differ");
        foreach (Side side in (Side[])[Side.Buy, Side.Sell])
        {
            Require(
                _books[0].Best(side) == _books[1].Best(side),
                command,
                $"best {side}: {_books[0].Best(side)}, {_books[1].Best(side)}"
            );
            CompareDepth(command, side);
        }
    }

    private void CompareDepth(int command, Side side)
    {
        Rate share = Rate.FromFraction(command % 40, 1_000);
        Price worst = Price.FromTicks(_books[0].Best(side).Price.Ticks + (command % 21) - 10);
        Require(
            _books[0].QuantityTo(side, worst) == _books[1].QuantityTo(side, worst)
                && _books[0].QuantityWithin(side, share) == _books[1].QuantityWithin(side, share),
            command,
            $"depth of {side} to {worst} or within {share} differs"
        );
    }

    private void Recompute(int command)
    {
        Require(
            _realReplica.HashOf(_books[1]) == _realReplica.StateHash,
            command,
            "the real book is not what its events say"
        );
        Require(
            _naiveReplica.HashOf(_books[0]) == _naiveReplica.StateHash,
            command,
            "the naive book is not what its events say"
        );
    }

    private static void Require(bool holds, int command, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"command {command}: {what}")
            );
        }
    }
}
