namespace Breakwater.Domain.Tests;

/// <summary>The bits of 10,000 results of each function.</summary>
public class PortableMathGoldenTests
{
    private const int Count = 10_000;

    [Fact]
    public void Exp() =>
        Bits.HashTo(
            "2ca2d65d54351a143aba55b14264be30d7b05c9530b9ce47e25f63653f600728",
            Points.Between(-750, 715, Count).Select(PortableMath.Exp)
        );

    [Fact]
    public void Log() =>
        Bits.HashTo(
            "0b8def542bac66475b3bae54ce4d2c3fea796379acc48cda5e83a3fe725b6773",
            Points.OfAllSizes(double.Epsilon, double.MaxValue, Count).Select(PortableMath.Log)
        );

    [Fact]
    public void Pow() =>
        Bits.HashTo(
            "85e8c5a8a701b6b9890973b13281c73d76a7cae92625b4437838c67e73bccc95",
            Points
                .OfAllSizes(double.Epsilon, double.MaxValue, Count)
                .Zip(Points.Between(-3, 3, Count).Reverse(), PortableMath.Pow)
        );

    [Fact]
    public void NormalQuantile()
    {
        IEnumerable<double> even = Points.Between(0, 1, Count / 2);
        IEnumerable<double> tail = Points.OfAllSizes(double.Epsilon, 1, Count / 2);
        Bits.HashTo(
            "cf6c521fb4814f66eb3ca7701e4bc3db572a61a95eb8c834bb57535bc7e7b37a",
            even.Concat(tail).Select(PortableMath.NormalQuantile)
        );
    }
}
