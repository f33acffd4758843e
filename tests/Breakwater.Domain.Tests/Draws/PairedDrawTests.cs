namespace Breakwater.Domain.Tests;

/// <summary>Why draws are counter-based: what one participant does with its luck leaves all others' alone.</summary>
public class PairedDrawTests
{
    private const uint Participants = 50;
    private const uint Restless = 17;
    private const long Buckets = 20;

    private static readonly Seed Seed = new(2025_10_10);
    private static readonly DrawPurpose Quote = new(1);
    private static readonly DrawPurpose Panic = new(2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void However_often_one_participant_draws_all_others_draw_the_same(int extraDraws)
    {
        Dictionary<(uint, long), double> calm = Run(Seed, extraDraws: 3, reversed: false);
        Dictionary<(uint, long), double> restless = Run(Seed, extraDraws, reversed: false);
        Assert.Equal(calm, restless);
    }

    [Fact]
    public void The_order_in_which_participants_act_changes_no_draw() =>
        Assert.Equal(Run(Seed, extraDraws: 3, reversed: false), Run(Seed, extraDraws: 3, reversed: true));

    [Fact]
    public void Another_seed_changes_every_draw()
    {
        Dictionary<(uint, long), double> other = Run(new Seed(Seed.Value + 1), extraDraws: 3, reversed: false);
        Assert.All(Run(Seed, extraDraws: 3, reversed: false), draw => Assert.NotEqual(draw.Value, other[draw.Key]));
    }

    // Everybody quotes in each bucket; the restless one also draws for panic, and in its quoting draws on and on.
    private static Dictionary<(uint, long), double> Run(Seed seed, int extraDraws, bool reversed)
    {
        Dictionary<(uint, long), double> quotes = [];
        for (long bucket = 0; bucket < Buckets; bucket++)
        {
            for (uint i = 0; i < Participants; i++)
            {
                uint participant = reversed ? Participants - 1 - i : i;
                DrawStream quote = new(seed, participant, Quote, bucket);
                quotes[(participant, bucket)] = quote.NextNormal();
                if (participant == Restless)
                {
                    DrawStream panic = new(seed, participant, Panic, bucket);
                    DrawOn(ref quote, extraDraws);
                    DrawOn(ref panic, extraDraws);
                }
            }
        }

        return quotes;
    }

    private static void DrawOn(ref DrawStream stream, int count)
    {
        for (int i = 0; i < count; i++)
        {
            stream.NextUniform();
        }
    }
}
