namespace Breakwater.Data;

/// <summary>How a column of decimals is stored: whole numbers of a unit, as wide as its digits need.</summary>
/// <param name="Unit">1 with the column's scale: <c>0.01</c> for two digits after the point.</param>
internal readonly unsafe record struct DuckDbDecimal(DuckDbType Storage, decimal Unit)
{
    private static readonly Int128 s_largestExact = (Int128)decimal.MaxValue;

    /// <summary>Null where the column holds something else.</summary>
    public static DuckDbDecimal? Of(ref DuckDbResultHandle result, int column)
    {
        if (DuckDbNative.ColumnType(ref result, (ulong)column) != DuckDbType.Decimal)
        {
            return null;
        }

        nint type = DuckDbNative.ColumnLogicalType(ref result, (ulong)column);
        DuckDbType storage = DuckDbNative.DecimalInternalType(type);
        var unit = new decimal(1, 0, 0, isNegative: false, byte.Min(DuckDbNative.DecimalScale(type), 28));
        DuckDbNative.DestroyLogicalType(ref type);
        return new DuckDbDecimal(storage, unit);
    }

    /// <summary>A decimal, or a double where a decimal has too few digits.</summary>
    public object Read(void* data, int row)
    {
        Int128 units = Storage switch
        {
            DuckDbType.SmallInt => ((short*)data)[row],
            DuckDbType.Integer => ((int*)data)[row],
            DuckDbType.BigInt => ((long*)data)[row],
            _ => ((Int128*)data)[row],
        };
        return Int128.Abs(units) <= s_largestExact ? (decimal)units * Unit : (double)units * (double)Unit;
    }
}
