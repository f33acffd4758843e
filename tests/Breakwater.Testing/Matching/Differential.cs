using System.Globalization;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Testing.Matching;

/// <summary>The same commands to the naive and the real book: events and state must agree at every step.</summary>
/// <remarks>
/// Fills change what owners hold, as do other markets now and then, and that limits their reduce-only orders. By turns the
/// orders of whoever lost lots are shrunk after each command, as a venue does, or only where a command of its own says so.
/// </remarks>
public sealed class Differential
{
    private const int CommandsPerReplay = 1_000;
    private const int CommandsPerReading = 20;
    private const int CommandsPerVenue = 500;
    private const int Owners = 5;
    private static readonly Side[] Sides = [Side.Buy, Side.Sell];
    private static readonly Instrument Instrument = new(new InstrumentId(3), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private const int MostHeld = 25;

    private readonly EventRecorder _naiveEvents = new();
    private readonly EventRecorder _realEvents = new();
    private readonly BookReplica _replica = new();
    private readonly EventHash _hash = new();
    private readonly CommandDraws _commands;
    private readonly Draws _elsewhere;
    private readonly NaiveBook _naive;
    private readonly RealBook _real;
    private readonly IBook[] _books;
    private readonly long[] _kinds = new long[256];
    private readonly long[] _rejections = new long[256];
    private readonly long[] _cancels = new long[256];
    private int _command;

    public Differential(ulong seed)
    {
        _commands = new CommandDraws(seed);
        _elsewhere = new Draws(seed);
        _naive = new NaiveBook(
            Instrument,
            _commands.Rules,
            _naiveEvents.Log,
            _naiveEvents.Holdings,
            _naiveEvents.Holdings
        );
        _real = new RealBook(Instrument, _commands.Rules, _realEvents.Log, _realEvents.Holdings, _realEvents.Holdings);
        _books = [_naive, _real];
        _naiveEvents.Holdings.Most = _realEvents.Holdings.Most = MostHeld;
    }

    /// <summary>Digest of all events: the result by which a run is known.</summary>
    public string Digest => _hash.Digest();

    public long Events => _hash.Count;

    public IReadOnlyList<long> EventsByKind => _kinds;

    /// <summary>Refused commands by <see cref="OrderRejection"/>.</summary>
    public IReadOnlyList<long> Rejections => _rejections;

    /// <summary>Cancelled orders by <see cref="CancelReason"/>.</summary>
    public IReadOnlyList<long> Cancels => _cancels;

    /// <exception cref="InvalidOperationException">The books disagree; says at which command and how.</exception>
    public void Run(int commands)
    {
        for (int count = 0; count < commands; count++)
        {
            _command++;
            MovePosition();
            _commands.Next(_books, _real.Book.OpenOrders);
            ShrinkWhoeverLost();
            CompareEvents();
            CompareState();
            if (_command % CommandsPerReading == 0)
            {
                CompareReadings();
            }

            if (_command % CommandsPerReplay == 0)
            {
                Require(_replica.HashOf(_real) == _replica.StateHash, "the real book is not what its events say");
            }
        }
    }

    // Small positions, so that they are often less than the orders that would reduce them.
    private void MovePosition()
    {
        if (_elsewhere.OneIn(4))
        {
            int owner = _elsewhere.Below(Owners);
            int lots = 2 * (_elsewhere.Below(30) - 15);
            _naiveEvents.Holdings.Set(owner, lots);
            _realEvents.Holdings.Set(owner, lots);
        }
    }

    private void ShrinkWhoeverLost()
    {
        _naiveEvents.Log.Flush();
        int[] lost = _naiveEvents.Holdings.TakeLost();
        if (_command / CommandsPerVenue % 2 == 0)
        {
            foreach (int owner in lost)
            {
                _naive.ShrinkReduceOnly(owner);
                _real.ShrinkReduceOnly(owner);
            }
        }
    }

    private void CompareEvents()
    {
        IReadOnlyList<MarketEvent> naive = _naiveEvents.Take();
        IReadOnlyList<MarketEvent> real = _realEvents.Take();
        for (int index = 0; index < Math.Max(naive.Count, real.Count); index++)
        {
            MarketEvent? expected = index < naive.Count ? naive[index] : null;
            MarketEvent? actual = index < real.Count ? real[index] : null;
            Require(expected == actual, $"event {index}: naive {expected}, real {actual}");
            Note(real[index]);
        }
    }

    private void Note(in MarketEvent fact)
    {
        _replica.Apply(fact);
        _hash.Observe([fact]);
        _kinds[(int)fact.Kind]++;
        if (fact.Kind == EventKind.OrderRejected)
        {
            _rejections[fact.Detail]++;
        }
        else if (fact.Kind == EventKind.OrderCancelled)
        {
            _cancels[fact.Detail]++;
        }
    }

    private void CompareState()
    {
        if (BookState.HashOf(_naive) != BookState.HashOf(_real))
        {
            throw Broken($"states differ: {BookState.Difference(_naive, _real)}");
        }
    }

    private void CompareReadings()
    {
        Compare("auction", book => book.IndicativeAuction());
        foreach (Side side in Sides)
        {
            Rate share = Rate.FromFraction(_command % 40, 1_000);
            Price worst = Price.FromTicks(_naive.Best(side).Price.Ticks + (_command % 21) - 10);
            Compare("best level", book => book.Best(side));
            Compare("quantity to a price", book => book.QuantityTo(side, worst));
            Compare("quantity within a share", book => book.QuantityWithin(side, share));
            CompareAll("depth", book => book.Depth(side, 1 + (_command % 300)));
        }

        for (int owner = NewOrder.NoOwner; owner < Owners; owner++)
        {
            int of = owner;
            CompareAll("orders of an owner", book => book.OrdersOf(of));
        }
    }

    private void Compare<T>(string what, Func<IBook, T> read)
        where T : struct, IEquatable<T> =>
        Require(read(_naive).Equals(read(_real)), $"{what}: naive {read(_naive)}, real {read(_real)}");

    private void CompareAll<T>(string what, Func<IBook, IReadOnlyList<T>> read) =>
        Require(read(_naive).SequenceEqual(read(_real)), $"{what} differs");

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw Broken(what);
        }
    }

    private InvalidOperationException Broken(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"command {_command}: {what}"));
}
