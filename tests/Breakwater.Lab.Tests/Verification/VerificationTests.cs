using Breakwater.Domain;

namespace Breakwater.Lab.Tests;

public sealed class VerificationTests
{
    private static readonly Seed s_seed = new(3);

    [Theory]
    [InlineData("almgren-chriss")]
    [InlineData("leverage-cycle")]
    [InlineData("square-root-impact")]
    public void What_needs_no_draws_is_reproduced_or_its_limit_is_written_down(string name)
    {
        ITheory theory = Theories.All.Single(one => one.Name == name);

        VerifiedTheory verified = Assert.Single(
            Lab.Verification.Run([theory], s_seed, 1, new Nobody(), TestContext.Current.CancellationToken)
        );

        Assert.All(verified.Figures, figure => Assert.True(figure.Pass || figure.Limit is not null, figure.Quantity));
        Assert.False(verified.IsBroken);
    }

    [Fact]
    public void Leverage_makes_tails_fat_and_volatility_cluster_with_other_luck_too()
    {
        IReadOnlyList<VerifiedFigure> figures = new FatTails(40_000).Verify(
            s_seed,
            TestContext.Current.CancellationToken
        );

        Assert.All(
            figures.Where(figure => figure.Relation != FigureRelation.Within),
            figure => Assert.True(figure.Pass, $"{figure.Quantity}: {figure.Ours}")
        );
    }

    [Theory]
    [InlineData(FigureRelation.Within, 10, true)]
    [InlineData(FigureRelation.Within, 10.6, false)]
    [InlineData(FigureRelation.Within, 9.4, false)]
    [InlineData(FigureRelation.AtLeast, 10.6, true)]
    [InlineData(FigureRelation.AtLeast, 9.4, false)]
    [InlineData(FigureRelation.AtMost, 10.6, false)]
    [InlineData(FigureRelation.AtMost, 9.4, true)]
    public void A_figure_passes_by_its_relation(FigureRelation relation, double ours, bool passes) =>
        Assert.Equal(passes, new VerifiedFigure("", "", Published: 10, ours, Tolerance: 0.5, relation).Pass);

    [Fact]
    public void A_theory_that_fails_for_a_written_reason_is_not_broken()
    {
        var unexplained = new VerifiedFigure("", "", 1, 2, 0.5);
        VerifiedTheory With(VerifiedFigure figure) => new("", "", new Paper("", 0, "", ""), [figure]);

        Assert.True(With(unexplained).IsBroken);
        Assert.False(With(unexplained with { Limit = "because" }).IsBroken);
        Assert.False(With(unexplained with { Limit = "because" }).Pass);
    }

    private sealed class Nobody : IVerificationProgress
    {
        public void Finished(int theories, int of) { }
    }
}
