using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Notional closed against an account's will, for each account that it happened to, in order of the first time.</summary>
public sealed class AccountFlows
{
    private readonly Dictionary<int, int> _rowOf = [];
    private readonly List<AccountFlow> _rows = [];

    public IReadOnlyList<AccountFlow> Rows => _rows;

    public void AddForced(int account, Money notional)
    {
        int row = RowOf(account);
        _rows[row] = _rows[row] with { Forced = _rows[row].Forced + notional };
    }

    public void AddDeleveraged(int account, Money notional)
    {
        int row = RowOf(account);
        _rows[row] = _rows[row] with { Deleveraged = _rows[row].Deleveraged + notional };
    }

    private int RowOf(int account)
    {
        if (!_rowOf.TryGetValue(account, out int row))
        {
            row = _rows.Count;
            _rowOf.Add(account, row);
            _rows.Add(new AccountFlow(new AccountId(account), Money.Zero, Money.Zero));
        }

        return row;
    }
}
