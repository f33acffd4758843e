using System.Runtime.InteropServices;
using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>The accounts that hold one side of a listing, in order, and how much of it each wants.</summary>
internal sealed class HoldersOfSide(bool isLong)
{
    private readonly List<double> _sizes = [];
    private readonly List<int> _minima = [];
    private readonly List<(int Account, bool IsSecond)> _holders = [];

    public bool IsLong => isLong;

    public int Count => _holders.Count;

    /// <summary>Lots without which somebody would hold none.</summary>
    public long LeastLots { get; private set; }

    /// <param name="isSecond">Whether it is the account's second coin.</param>
    /// <param name="size">Of each that the account stands for.</param>
    public void Add(int account, bool isSecond, double size, int weight)
    {
        _sizes.Add(size * weight);
        _minima.Add(weight);
        _holders.Add((account, isSecond));
        LeastLots += weight;
    }

    /// <param name="lots">At least <see cref="LeastLots"/>.</param>
    /// <param name="first">By account, of its first coin, where what it holds is written.</param>
    public void Split(long lots, Holding[] first, Holding[] second)
    {
        var shares = new long[Count];
        OpenInterestSplit.Apply(lots, CollectionsMarshal.AsSpan(_sizes), CollectionsMarshal.AsSpan(_minima), shares);
        for (int i = 0; i < shares.Length; i++)
        {
            (int account, bool isSecond) = _holders[i];
            var held = Quantity.FromLots(isLong ? shares[i] : -shares[i]);
            (isSecond ? second : first)[account] = new Holding(held, Rank: 0);
        }
    }
}
