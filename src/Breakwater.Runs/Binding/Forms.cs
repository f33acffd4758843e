using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>How every type of an input file is read.</summary>
internal static class Forms
{
    public static LeverageForm Leverage { get; } = new();

    public static TimestampForm Timestamp { get; } = new();

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters =
            {
                Leverage,
                Timestamp,
                new AmountForm(),
                new ShareForm(),
                new RateForm(),
                new DurationForm(),
                new DateForm(),
                new CountForm(),
                new NumberForm(),
                new RealNumberForm(),
                new TruthForm(),
                new LineForm(),
                new FactorForm(),
                new WordForm<Basis>(),
                new WordForm<LiquidityKind>(),
                new WordForm<NewsCourse>(),
                new WordForm<DrawKind>(),
                new WordForm<PositionSide>(),
                new WordForm<MarginMode>(),
                new WordForm<ContractKind>(),
                new WordForm<ScheduleKind>(),
                new WordForm<TierMeasure>(),
                new WordForm<MarginBasis>(),
                new WordForm<ClosingFee>(),
                new WordForm<LadderKind>(),
                new WordForm<Remainder>(),
                new WordForm<LossSharing>(),
                new WordForm<ConversionOrder>(),
                new WordForm<ConversionTime>(),
                new WordForm<PositionOrder>(),
                new WordForm<FundingForm>(),
                new WordForm<FundingCap>(),
                new WordForm<MarkForm>(),
                new WordForm<LendingProtocol>(),
                new WordForm<MarkPath>(),
                new WordForm<ObservableUse>(),
                new WordForm<ObservableMeasure>(),
                new WordForm<ObservableUnit>(),
                new WordForm<FittedScale>(),
                new WordForm<FittedPart>(),
                new WordForm<CalibrationExtent>(),
                new WordForm<DeleveragingTrigger>(),
                new WordForm<DeleveragingRanking>(),
                new WordForm<DeleveragingPrice>(),
            },
        };
        options.MakeReadOnly();
        return options;
    }
}
