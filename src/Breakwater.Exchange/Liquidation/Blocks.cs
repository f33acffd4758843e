using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What the present block has taken: each position once, of each account some notional and some of the fund's money.</summary>
/// <remarks>A block is all that bears one time.</remarks>
internal sealed class Blocks
{
    private readonly Ledger _ledger;
    private readonly long[] _takenAt;
    private readonly BlockUse[] _used;

    public Blocks(Ledger ledger)
    {
        _ledger = ledger;
        _takenAt = new long[ledger.PositionCapacity];
        _used = new BlockUse[ledger.AccountCapacity];
        Array.Fill(_takenAt, long.MinValue);
        Array.Fill(_used, new BlockUse(long.MinValue, Money.Zero, Money.Zero));
    }

    private long Block => _ledger.Now.UnixNanoseconds;

    public bool HasTaken(int position) => _takenAt[position] == Block;

    public void Take(int position) => _takenAt[position] = Block;

    public Money NotionalOf(int account) => UseOf(account).Notional;

    public Money FundLossOf(int account) => UseOf(account).FundLoss;

    public void AddNotional(int account, Money amount)
    {
        BlockUse use = UseOf(account);
        _used[account] = use with { Notional = use.Notional + amount };
    }

    public void AddFundLoss(int account, Money amount)
    {
        BlockUse use = UseOf(account);
        _used[account] = use with { FundLoss = use.FundLoss + amount };
    }

    public BlocksState Save() => new([.. _takenAt], [.. _used]);

    public void Restore(BlocksState state)
    {
        state.TakenAt.CopyTo(_takenAt.AsSpan());
        state.Used.CopyTo(_used.AsSpan());
    }

    private BlockUse UseOf(int account) =>
        _used[account].Block == Block ? _used[account] : new BlockUse(Block, Money.Zero, Money.Zero);
}
