using System.Text;

namespace Breakwater.Data.Tests;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("1760131200", "2025-10-10 21:20:00.000000")]
    [InlineData("1760131200.0", "2025-10-10 21:20:00.000000")]
    [InlineData("1760131200123", "2025-10-10 21:20:00.123000")]
    [InlineData("1760131200123456", "2025-10-10 21:20:00.123456")]
    [InlineData("1760131200123456789", "2025-10-10 21:20:00.123456")]
    [InlineData("2025-10-10", "2025-10-10 00:00:00.000000")]
    [InlineData("2025-10-10 21:20:05", "2025-10-10 21:20:05.000000")]
    [InlineData("2025-10-10T21:20Z", "2025-10-10 21:20:00.000000")]
    [InlineData("2025-10-10T21:20:05.25Z", "2025-10-10 21:20:05.250000")]
    [InlineData("2025-10-10 21:20:05.123456789+00:00", "2025-10-10 21:20:05.123456")]
    [InlineData("11 Jan 2024", "2024-01-11 00:00:00.000000")]
    [InlineData("2024-02-29", "2024-02-29 00:00:00.000000")]
    public void Times_read_as_written(string text, string expected)
    {
        Assert.True(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out long microseconds));
        Assert.Equal(expected, $"{DateTime.UnixEpoch.AddMicroseconds(microseconds):yyyy-MM-dd HH:mm:ss.ffffff}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("2025")]
    [InlineData("-1760131200")]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-29")]
    [InlineData("2025-10-10 24:00:00")]
    [InlineData("2025-10-10 21:20:05+02:00")]
    [InlineData("1970-01-02")]
    [InlineData("2150-01-01")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData(" 2025-10-10 21:34:32")]
    [InlineData("yesterday")]
    public void What_is_no_time_of_the_market_is_refused(string text)
    {
        Assert.False(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }
}
