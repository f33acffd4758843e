using System.Text;

namespace Breakwater.Data.Tests;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_are_those_that_splitting_gives_however_the_stream_hands_them_out()
    {
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            string text = RandomText(random);
            IEnumerable<string> expected = text.Split('\n').Select(line => line.TrimEnd('\r'));
            expected = text.EndsWith('\n') || text.Length == 0 ? expected.SkipLast(1) : expected;

            Assert.Equal(expected, Read(text, random.Next(1, 70_000)).Select(line => line.Text));
        }
    }

    [Theory]
    [InlineData(LineReader.MaximumLength)]
    [InlineData(LineReader.MaximumLength + 1)]
    [InlineData(LineReader.MaximumLength + 5000)]
    [InlineData(LineReader.MaximumLength + (1 << 16) + 5000)]
    [InlineData(LineReader.MaximumLength * 3)]
    public void A_line_beyond_the_limit_is_flagged_and_the_lines_around_it_stay_whole(int length)
    {
        string text = "before\n" + new string('x', length) + "\nafter\nlast";

        List<(string Text, bool IsTooLong)> lines = Read(text, 50_000);

        Assert.Equal(["before", "after", "last"], lines.Where((_, index) => index != 1).Select(line => line.Text));
        Assert.Equal(length > LineReader.MaximumLength, lines[1].IsTooLong);
        Assert.Equal(Math.Min(length, LineReader.MaximumLength), lines[1].Text.Length);
    }

    private static List<(string Text, bool IsTooLong)> Read(string text, int pieceSize)
    {
        var reader = new LineReader(new PiecewiseStream(Encoding.UTF8.GetBytes(text), pieceSize));
        var lines = new List<(string, bool)>();
        while (reader.Read())
        {
            Assert.Equal(lines.Count + 1, reader.Number);
            lines.Add((Encoding.UTF8.GetString(reader.Line), reader.IsTooLong));
        }

        return lines;
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        int lines = random.Next(0, 60);
        for (int line = 0; line < lines; line++)
        {
            text.Append('a', random.Next(0, random.Next(2) == 0 ? 20 : 30_000))
                .Append(random.Next(3) == 0 ? "\r\n" : "\n");
        }

        return text.Append('z', random.Next(0, 3)).ToString();
    }

    private sealed class PiecewiseStream(byte[] bytes, int pieceSize) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, pieceSize)]);
    }
}
