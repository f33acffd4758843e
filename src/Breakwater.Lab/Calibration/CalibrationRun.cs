using System.Globalization;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>From a scenario's name to a file of fitted values.</summary>
public sealed class CalibrationRun
{
    private const int Tenths = 10;
    private const ulong LastCrowd = 999_999_999;

    private readonly CalibrationRequest _request;
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<Seed> _crowds;
    private readonly ICalibrationProgress _progress;
    private readonly CancellationToken _cancel;

    private CalibrationRun(CalibrationRequest request, ICalibrationProgress progress, CancellationToken cancel)
    {
        (_request, _progress, _cancel) = (request, progress, cancel);
        _scenario = ScenarioReader.Read(request.Content, request.Scenario);
        _crowds = request.Crowds?.Seeds ?? [_scenario.World.CrowdSeed];
    }

    /// <exception cref="InputException">It cannot be fitted, or did not converge; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was written.</exception>
    public static CalibrationReport Execute(
        CalibrationRequest request,
        ICalibrationProgress progress,
        CancellationToken cancel
    )
    {
        var run = new CalibrationRun(request, progress, cancel);
        run.RequireFittable();
        progress.Began();
        CalibrationReport report = run.Fit();
        CalibrationFile.Write(report);
        return report;
    }

    private void RequireFittable()
    {
        string file = _scenario.File;
        if (_scenario.Fitted.Count == 0)
        {
            throw new InputException($"{file}: nothing to fit: the key \"fitted\" is missing");
        }

        if (_scenario.World.Market is null)
        {
            throw new InputException($"{file}: nothing to fit: prices are given by tapes");
        }

        if (_scenario.Observables.All(observable => observable.Use != ObservableUse.Fitting))
        {
            throw new InputException(
                $"{file}: nothing to fit to: the key \"observables\" is missing, or has no row for fitting"
            );
        }

        if (File.Exists(_request.File))
        {
            throw new InputException($"{_request.File}: exists already; move it away first");
        }

        Seed[] unnamed = [.. _crowds.Where(crowd => crowd.Value is 0 or > LastCrowd)];
        if (unnamed is [var first, ..])
        {
            throw new InputException(
                FormattableString.Invariant(
                    $"--crowds: {first.Value} must be from 1 to {LastCrowd}, as market.crowdSeed"
                )
            );
        }

        if (_crowds.Count > _request.PathSeeds.Count)
        {
            throw new InputException(
                FormattableString.Invariant(
                    $"--crowds: {_crowds.Count} crowds need as many path seeds, not {_request.PathSeeds.Count}"
                )
            );
        }

        int least = Search.LeastBudget(_scenario.Fitted.Count);
        if (_request.Budget < least)
        {
            throw new InputException(
                FormattableString.Invariant(
                    $"--budget: {_request.Budget} must be at least {least} for {_scenario.Fitted.Count} values"
                )
            );
        }
    }

    private CalibrationReport Fit()
    {
        double lowest = double.PositiveInfinity;
        int done = 0;
        double[] start = [.. _scenario.Fitted.Select(parameter => parameter.Position)];
        var limits = new SearchLimits(_request.Budget, Enough: FittingObjective.Enough);
        SearchResult found = Search.Run(start, Objective, limits, _request.Seed);
        if (!found.Converged)
        {
            throw new InputException(
                FormattableString.Invariant(
                    $"did not converge in {found.All.Count} evaluations: the objective fell from {found.All[0].Value:G3} to {found.Best.Value:G3} and still falls, at {TextOf(found.Best)}; raise --budget, or start from there"
                )
            );
        }

        return new CalibrationReport(
            _request.File,
            _scenario.Name,
            _request.Date,
            Engine.Current,
            _request.Seed.Value,
            _request.PathSeeds.ToString(),
            SeedList.Of(_crowds).ToString(),
            _request.Thinning,
            found.All.Count,
            found.Best.Value,
            found.All[0].Value,
            [.. _scenario.Fitted.Select((parameter, i) => ParameterOf(parameter, i, found))],
            [
                .. Scoreboard
                    .Of(_scenario.Observables, Measure(found.Best.Point), [])
                    .Rows.Where(row => row.Observable.Use == ObservableUse.Fitting),
            ]
        );

        double Objective(IReadOnlyList<double> point)
        {
            double value = FittingObjective.Of(_scenario.Observables, Measure(point));
            lowest = Math.Min(lowest, value);
            _progress.Evaluated(++done, lowest);
            return value;
        }
    }

    private IReadOnlyList<IReadOnlyList<Measured>> Measure(IReadOnlyList<double> point)
    {
        ScenarioValue[] values = ValuesAt(point);
        return MeasuredSeeds.Of(
            [.. Enumerable.Range(0, _crowds.Count).SelectMany(crowd => MembersOf(crowd, values))],
            _scenario.Observables,
            _request.Threads,
            SilentProgress.Instance,
            _cancel
        );
    }

    // Path seeds meet the crowds in turn.
    private IEnumerable<EnsembleMember> MembersOf(int crowd, ScenarioValue[] values)
    {
        var drawn = new ScenarioValue("market.crowdSeed", _crowds[crowd].Value.ToString(CultureInfo.InvariantCulture));
        Scenario scenario = ScenarioReader.Read(_request.Content, _request.Scenario, [.. values, drawn]);
        RequireUnchanged(scenario);
        return MeasuredSeeds.MembersOf(
            scenario,
            _request.PathSeeds.Seeds.Where((_, number) => number % _crowds.Count == crowd)
        );
    }

    // Every evaluation reads the scenario anew, with its own values: of a file that changed meanwhile, values of two scenarios would be compared.
    private void RequireUnchanged(Scenario read)
    {
        if (read.Files.Except(_scenario.Files).FirstOrDefault() is { } changed)
        {
            throw new InputException($"{changed.File}: has changed during the search; nothing was written");
        }
    }

    private string TextOf(Evaluation evaluation) =>
        string.Join(
            ", ",
            _scenario.Fitted.Select((parameter, i) => $"{parameter.Path} {parameter.At(evaluation.Point[i])}")
        );

    private ScenarioValue[] ValuesAt(IReadOnlyList<double> point) =>
        [
            .. _scenario.Fitted.Select(
                (parameter, i) => new ScenarioValue(parameter.Path, parameter.At(point[i]).ToString())
            ),
            .. _scenario
                .World.Venues.Where(venue => !venue.IsSpot)
                .Select(venue => new ScenarioValue(
                    $"venues.{venue.Name}.accounts",
                    FormattableString.Invariant($"{Math.Max(venue.Crowd.Accounts / _request.Thinning, 1)}")
                )),
        ];

    private static CalibratedParameter ParameterOf(FittedParameter parameter, int number, SearchResult found)
    {
        ProfilePoint PointOf(Evaluation evaluation) =>
            new(parameter.At(evaluation.Point[number]).ToString(), evaluation.Value);
        return new CalibratedParameter(
            parameter,
            parameter.At(found.Best.Point[number]).ToString(),
            [.. found.Sections[number].Select(PointOf)],
            [
                .. Enumerable
                    .Range(0, Tenths)
                    .Select(tenth =>
                        found
                            .All.Where(evaluation =>
                                (int)Math.Min(evaluation.Point[number] * Tenths, Tenths - 1) == tenth
                            )
                            .MinBy(evaluation => evaluation.Value)
                    )
                    .OfType<Evaluation>()
                    .Select(PointOf),
            ]
        );
    }
}
