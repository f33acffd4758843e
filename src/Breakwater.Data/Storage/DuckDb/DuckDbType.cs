namespace Breakwater.Data;

/// <summary>`duckdb_type`: the values that Breakwater reads or writes.</summary>
internal enum DuckDbType
{
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    HugeInt = 16,
    Text = 17,
    Decimal = 19,
}
