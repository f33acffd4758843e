namespace Breakwater.Domain.Tests;

public class DrawGoldenTests
{
    private const ulong OftenRejecting = 0xAAAA_AAAA_AAAA_AAAB;

    [Fact]
    public void Ten_draws_of_each_kind_from_a_thousand_streams() =>
        Bits.HashTo(
            "cd29e8dd859eea69cba9f6152b1a093b3bf8228b3293ae366503c9dcc826ba5f",
            Enumerable.Range(0, 1_000).SelectMany(DrawsOf)
        );

    private static double[] DrawsOf(int i)
    {
        DrawStream stream = new(new Seed((ulong)i % 7), (uint)i, new DrawPurpose((ushort)(i % 5)), i % 11);
        double[] draws = new double[60];
        for (int k = 0; k < draws.Length; k += 6)
        {
            draws[k] = stream.NextUniform();
            draws[k + 1] = stream.NextNormal();
            draws[k + 2] = stream.NextExponential();
            draws[k + 3] = stream.NextLogNormal(1, 0.5);
            draws[k + 4] = stream.NextBelow(OftenRejecting) % 1_000_003;
            draws[k + 5] = stream.NextBernoulli(0.25) ? 1 : 0;
        }

        return draws;
    }
}
