namespace Breakwater.Simulation;

/// <summary>What an account is before its size is known: one coin or two, a side in each, isolated or cross.</summary>
internal struct AccountShape
{
    public const int NoCoin = -1;

    public double FirstSize;
    public double SecondSize;
    public short FirstListing;
    public short SecondListing;
    public bool FirstIsLong;
    public bool SecondIsLong;
    public bool IsCross;
}
