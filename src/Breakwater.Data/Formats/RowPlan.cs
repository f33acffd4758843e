namespace Breakwater.Data;

/// <summary>How the records of one particular file become rows.</summary>
internal sealed class RowPlan
{
    private readonly Format _format;
    private readonly IReadOnlyList<string> _names;

    private RowPlan(Format format, IReadOnlyList<string> names)
    {
        _format = format;
        _names = names;
        VenueField = Find(format.VenueField);
        InstrumentField = Find(format.InstrumentField);
        Rows = format.Repetition switch
        {
            Repetition.None => [Bind(mapping => mapping, 0)],
            Repetition.OtherFields => [.. BindOtherFields()],
            _ => [.. BindLevels()],
        };
    }

    /// <summary>The rows that each record becomes.</summary>
    public Binding[][] Rows { get; }

    /// <summary>-1 where the file does not say.</summary>
    public int VenueField { get; }

    /// <summary>-1 where the file does not say.</summary>
    public int InstrumentField { get; }

    /// <exception cref="FormatMismatchException">A field is missing that a stored row needs.</exception>
    public static RowPlan For(Format format, IReadOnlyList<string> names)
    {
        var plan = new RowPlan(format, names);
        foreach (Column column in format.Schema.Columns.Where(column => column.Rule != ColumnRule.Optional))
        {
            Mapping? mapping = format.Mappings.FirstOrDefault(mapping => mapping.IsFor(column.Name));
            int index = format.Schema.IndexOf(column.Name);
            bool bound = plan.Rows.Length > 0 && plan.Rows[0].Any(binding => binding.Column == index);
            if (!bound)
            {
                string wanted =
                    mapping is null || mapping.Fields.Count == 0 ? column.Name : string.Join(" or ", mapping.Fields);
                throw new FormatMismatchException(
                    $"no field {wanted}, which {format.Name} needs for {column.Name}; there are {string.Join(", ", names)}"
                );
            }
        }

        return plan;
    }

    private List<Binding[]> BindOtherFields()
    {
        var named = _format.Mappings.SelectMany(mapping => mapping.Fields).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = new List<Binding[]>();
        foreach (string name in _names.Where(name => !named.Contains(name)))
        {
            rows.Add(Bind(mapping => mapping.Fields is ["*"] ? mapping with { Fields = [name] } : mapping, rows.Count));
        }

        return rows;
    }

    private List<Binding[]> BindLevels()
    {
        var rows = new List<Binding[]>();
        while (Find($"bids[{rows.Count}].price") >= 0 || Find($"asks[{rows.Count}].price") >= 0)
        {
            string level = rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            rows.Add(
                Bind(
                    mapping =>
                        mapping with
                        {
                            Fields =
                            [
                                .. mapping.Fields.Select(field => field.Replace("#", level, StringComparison.Ordinal)),
                            ],
                        },
                    rows.Count
                )
            );
        }

        return rows;
    }

    private Binding[] Bind(Func<Mapping, Mapping> resolve, int repetition)
    {
        var bindings = new List<Binding>();
        foreach (Mapping mapping in _format.Mappings.Select(resolve))
        {
            int field = mapping.Fields.Select(Find).FirstOrDefault(position => position >= 0, -1);
            bool needsField = mapping.Conversion is not (Conversion.Index or Conversion.FileTime);
            if (field >= 0 || !needsField)
            {
                byte[] constant =
                    mapping.Conversion == Conversion.FieldName
                        ? System.Text.Encoding.UTF8.GetBytes(mapping.Fields[0])
                        : [];
                bindings.Add(
                    new Binding(_format.Schema.IndexOf(mapping.Column), mapping.Conversion, field, constant, repetition)
                );
            }
        }

        return [.. bindings];
    }

    private int Find(string name)
    {
        for (int index = 0; index < _names.Count && name.Length > 0; index++)
        {
            if (string.Equals(_names[index], name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
