namespace Breakwater.Matching;

/// <summary>What few orders have: an iceberg's hidden part, an expiry, a stop.</summary>
internal struct OrderAttributes
{
    /// <summary>Lots that an iceberg shows at a time.</summary>
    public int Peak;

    /// <summary>Lots that an iceberg keeps back.</summary>
    public int Reserve;

    /// <summary>Limit in ticks that a conditional order will have; 0 for a conditional market order.</summary>
    public int LimitAfterTrigger;

    /// <summary>Its place in <see cref="ExpiryQueue"/> counted from 1; 0 while it is in none.</summary>
    public int ExpiryPlace;

    public long ExpiresAt;

    /// <summary>Arrival in the expiry queue: of two orders that expire at one instant the earlier goes first.</summary>
    public long ExpirySerial;
}
