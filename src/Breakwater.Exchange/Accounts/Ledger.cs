using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Accounts, positions and the balances that have names. Money enters and leaves here only, and each move is an event.</summary>
/// <remarks>
/// Rows 0 and 1 are the outside account and the fund; each has one position per instrument at the head of the table. A
/// trader's positions follow, chained from the account, the latest first.
/// </remarks>
internal sealed unsafe partial class Ledger
{
    public const int None = -1;
    private const int NamedAccounts = 2;

    // Positions fill a cache line each and are met in no order: a row that straddles two costs twice.
    private readonly Slab<Account> _accounts;
    private readonly Slab<Position> _positions;
    private readonly long[] _fundingIndex;

    // Account.FirstPosition once more, close together: a look-up reads this and the position, and nothing else of the account.
    private readonly Slab<int> _firstPositions;

    // By instrument, in the order in which they were added. They grow while accounts take their first positions, and only then.
    private readonly List<int>[] _positionsIn;

    private readonly SidesHeld _sides;

    // Held by all but the outside account, which stands against whatever is left over.
    private readonly long[] _longLots;
    private readonly long[] _shortLots;
    private readonly EventLog _log;

    public Ledger(IReadOnlyList<InstrumentRules> instruments, Limits limits, EventLog log)
    {
        Instruments = [.. instruments.Select(rules => rules.Instrument)];
        _accounts = new Slab<Account>(limits.Accounts + NamedAccounts);
        _positions = new Slab<Position>(limits.Positions + NamedAccounts * Instruments.Length);
        _firstPositions = new Slab<int>(_accounts.Length);
        _fundingIndex = new long[Instruments.Length];
        _positionsIn = [.. Instruments.Select(_ => new List<int>())];
        _sides = new SidesHeld(_positions.Length);
        _longLots = new long[Instruments.Length];
        _shortLots = new long[Instruments.Length];
        _log = log;
        AddNamed(AccountRole.Outside);
        AddNamed(AccountRole.Fund);
    }

    public static AccountId Outside => new(0);

    public static AccountId Fund => new(1);

    public Instrument[] Instruments { get; }

    public int AccountCount { get; private set; }

    public int PositionCount { get; private set; }

    public int PositionCapacity => _positions.Length;

    /// <summary>Positions that lost lots while their accounts may have reduce-only orders; cleared by whoever looks at those.</summary>
    public List<int> Reduced { get; } = [];

    public int AccountCapacity => _accounts.Length;

    public bool IsFull => AccountCount == _accounts.Length;

    /// <summary>Time that events carry: of the command being carried out.</summary>
    public Timestamp Now { get; set; }

    /// <summary>Deposits less withdrawals.</summary>
    public Money NetDeposits { get; private set; }

    /// <summary>Debts of closed accounts that nobody paid; not negative.</summary>
    public Money UnpaidLoss { get; private set; }

    /// <summary>Of these, what nobody has been asked to share yet.</summary>
    public Money UnsharedLoss { get; private set; }

    /// <summary>Trading fees less rebates.</summary>
    public Money FeesCollected { get; private set; }

    /// <summary>What rounding of funding left over, in billionths of a minor unit; not negative.</summary>
    public Int128 RoundingBillionths { get; private set; }

    public ref Account Account(int account) => ref _accounts.At(account);

    public ref Position Position(int position) => ref _positions.At(position);

    public ReadOnlySpan<Position> Positions => new(_positions.Rows, PositionCount);

    /// <summary>The rows of an instrument, open and closed, from the oldest to the newest: in rising order. Valid until one is added.</summary>
    public ReadOnlySpan<int> PositionsIn(int instrument) => CollectionsMarshal.AsSpan(_positionsIn[instrument]);

    /// <summary>Those of them that are open on a side now, in the same order.</summary>
    public void ListOpenIn(int instrument, bool longs, List<int> open)
    {
        ReadOnlySpan<int> positions = PositionsIn(instrument);
        CollectionsMarshal.SetCount(open, positions.Length);
        int count = _sides.CopyOpen(longs, positions, CollectionsMarshal.AsSpan(open));
        CollectionsMarshal.SetCount(open, count);
    }

    /// <summary>The larger of both sides: the outside account is one side of the rest.</summary>
    public Quantity OpenInterestOf(int instrument) =>
        Quantity.FromLots(Math.Max(_longLots[instrument], _shortLots[instrument]));

    public long FundingIndexOf(int instrument) => _fundingIndex[instrument];

    public void Write(in MarketEvent fact) => _log.Write(fact);

    public AccountId Open(MarginMode mode, int weight)
    {
        var id = new AccountId(AccountCount++);
        _firstPositions.At(id.Index) = None;
        _accounts.At(id.Index) = new Account
        {
            Mode = mode,
            Weight = weight,
            Role = AccountRole.Trader,
            FirstPosition = None,
        };
        _log.Write(MarketEvent.AccountOpened(Now, id, weight, (byte)mode));
        return id;
    }

    public void Deposit(AccountId account, Money amount)
    {
        // Both sums before either is kept: one that does not fit must leave no trace.
        ref Account row = ref _accounts.At(account.Index);
        Money wallet = row.Wallet + amount;
        NetDeposits += amount;
        row.Wallet = wallet;
        _log.Write(MarketEvent.MoneyDeposited(Now, account, amount));
    }

    public void Withdraw(AccountId account, Money amount)
    {
        _accounts.At(account.Index).Wallet -= amount;
        NetDeposits -= amount;
        _log.Write(MarketEvent.MoneyWithdrawn(Now, account, amount));
    }

    /// <returns><see cref="None"/> if the account never held the instrument.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindPosition(int account, int instrument)
    {
        int newest = _firstPositions.At(account);
        bool isIt = newest == None || _positions.At(newest).Instrument == instrument;
        return isIt ? newest : FindOlder(newest, instrument);
    }

    public int FindOrAddPosition(int account, int instrument)
    {
        int position = FindPosition(account, instrument);
        return position != None ? position : AddPosition(account, instrument);
    }

    public Quantity LotsOf(AccountId account, InstrumentId instrument)
    {
        int position = FindPosition(account.Index, instrument.Index);
        return position == None ? Quantity.Zero : _positions.At(position).Lots;
    }

    /// <summary>Whether both could hold the instrument.</summary>
    public bool HasRoomFor(AccountId first, AccountId second, InstrumentId instrument)
    {
        int rows = FindPosition(first.Index, instrument.Index) == None ? 1 : 0;
        rows += FindPosition(second.Index, instrument.Index) == None ? 1 : 0;
        return PositionCount + rows <= _positions.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasRoomFor(AccountId account, InstrumentId instrument) =>
        PositionCount < _positions.Length || FindPosition(account.Index, instrument.Index) != None;

    /// <summary>Moves wallet money to a position's isolated margin; back if negative.</summary>
    public void MoveToIsolatedMargin(int position, Money amount)
    {
        if (amount.IsZero)
        {
            return;
        }

        ref Position row = ref _positions.At(position);
        _accounts.At(row.Account).Wallet -= amount;
        row.IsolatedMargin += amount;
        MarketEvent.WriteIsolatedMarginMoved(
            ref _log.Next(),
            Now,
            new InstrumentId(row.Instrument),
            new AccountId(row.Account),
            amount
        );
    }

    public void ApplyFunding(InstrumentId instrument, Price price, long change)
    {
        _fundingIndex[instrument.Index] += change;
        _log.Write(MarketEvent.FundingRateApplied(Now, instrument, price, change));
    }

    public void SettleFunding(int position)
    {
        ref Position row = ref _positions.At(position);
        long index = _fundingIndex[row.Instrument];
        long change = index - row.FundingIndex;
        row.FundingIndex = index;
        if (change == 0 || row.Lots.IsZero)
        {
            return;
        }

        Money owed = FundingIndex.Owed(row.Lots, change);
        long residue = FundingIndex.Residue(row.Lots, change, owed);
        Balance(position) -= owed;
        RoundingBillionths += residue;
        _log.Write(
            MarketEvent.FundingSettled(
                Now,
                new InstrumentId(row.Instrument),
                new AccountId(row.Account),
                -owed,
                residue
            )
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money FundingOwed(in Position position) =>
        FundingIndex.Owed(position.Lots, _fundingIndex[position.Instrument] - position.FundingIndex);

    /// <summary>The money behind a position: its isolated margin, or its account's wallet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Money Balance(int position)
    {
        ref Position row = ref _positions.At(position);
        ref Account account = ref _accounts.At(row.Account);
        if (account.Mode == MarginMode.Isolated)
        {
            return ref row.IsolatedMargin;
        }

        return ref account.Wallet;
    }

    public InstrumentId InstrumentOf(int position) => new(_positions.At(position).Instrument);

    public AccountId OwnerOf(int position) => new(_positions.At(position).Account);

    private void AddNamed(AccountRole role)
    {
        int account = AccountCount++;
        _firstPositions.At(account) = None;
        _accounts.At(account) = new Account
        {
            Mode = MarginMode.Cross,
            Weight = 1,
            Role = role,
            FirstPosition = None,
        };
        for (int instrument = Instruments.Length - 1; instrument >= 0; instrument--)
        {
            AddPosition(account, instrument);
        }
    }

    private int FindOlder(int position, int instrument)
    {
        do
        {
            position = _positions.At(position).NextOfAccount;
        } while (position != None && _positions.At(position).Instrument != instrument);

        return position;
    }

    private int AddPosition(int account, int instrument)
    {
        int position = PositionCount++;
        _positions.At(position) = new Position
        {
            Account = account,
            Instrument = instrument,
            NextOfAccount = _accounts.At(account).FirstPosition,
            FundingIndex = _fundingIndex[instrument],
        };
        _accounts.At(account).FirstPosition = position;
        _firstPositions.At(account) = position;
        _positionsIn[instrument].Add(position);
        _sides.Set(position, Quantity.Zero);
        return position;
    }
}
