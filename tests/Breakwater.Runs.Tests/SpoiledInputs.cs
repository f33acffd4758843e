namespace Breakwater.Runs.Tests;

/// <summary>Rows of "file | what stands there once | what stands there instead | the message".</summary>
internal static class SpoiledInputs
{
    public static TheoryData<string, string, string, string> Parse(string file, string table)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (string row in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells =
            [
                .. row.Split('|').Select(cell => cell.Trim().Replace("\\n", "\n", StringComparison.Ordinal)),
            ];
            Assert.Equal(3, cells.Length);
            data.Add(file, cells[0], cells[1], cells[2]);
        }

        return data;
    }
}
