namespace Breakwater.Exchange;

internal sealed unsafe partial class Ledger
{
    public LedgerState Save() =>
        new(
            new ReadOnlySpan<Account>(_accounts.Rows, AccountCount).ToArray(),
            Positions.ToArray(),
            [.. _fundingIndex],
            [.. _longLots],
            [.. _shortLots],
            NetDeposits,
            UnpaidLoss,
            UnsharedLoss,
            FeesCollected,
            RoundingBillionths
        );

    public void Restore(LedgerState state)
    {
        state.Accounts.CopyTo(new Span<Account>(_accounts.Rows, _accounts.Length));
        state.Positions.CopyTo(new Span<Position>(_positions.Rows, _positions.Length));
        state.FundingIndex.CopyTo(_fundingIndex.AsSpan());
        state.LongLots.CopyTo(_longLots.AsSpan());
        state.ShortLots.CopyTo(_shortLots.AsSpan());
        (AccountCount, PositionCount) = (state.Accounts.Length, state.Positions.Length);
        (NetDeposits, UnpaidLoss, FeesCollected) = (state.NetDeposits, state.UnpaidLoss, state.FeesCollected);
        (UnsharedLoss, RoundingBillionths) = (state.UnsharedLoss, state.RoundingBillionths);
        Reduced.Clear();
        for (int account = 0; account < AccountCount; account++)
        {
            _firstPositions.At(account) = _accounts.At(account).FirstPosition;
        }

        ListPositions();
    }

    private void ListPositions()
    {
        foreach (List<int> positions in _positionsIn)
        {
            positions.Clear();
        }

        for (int position = 0; position < PositionCount; position++)
        {
            ref Position row = ref _positions.At(position);
            _positionsIn[row.Instrument].Add(position);
            _sides.Set(position, row.Lots);
        }
    }
}
