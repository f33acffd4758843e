using System.Globalization;

namespace Breakwater.Domain.Tests;

public class Philox4x32Tests
{
    // The known answers published with Random123, the authors' implementation.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Known_answers(string counter, string key, string expected)
    {
        uint[] c = Words(counter);
        uint[] k = Words(key);
        uint[] x = Words(expected);
        (ulong first, ulong second) = Philox4x32.Block(c[0], c[1], c[2], c[3], Join(k[0], k[1]));
        Assert.Equal(Join(x[0], x[1]), first);
        Assert.Equal(Join(x[2], x[3]), second);
    }

    private static uint[] Words(string hex) =>
        [.. hex.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static ulong Join(uint lower, uint upper) => lower | ((ulong)upper << 32);
}
