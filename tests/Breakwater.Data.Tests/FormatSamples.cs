namespace Breakwater.Data.Tests;

/// <summary>A few rows in every layout, written for these tests, with what the store must then hold.</summary>
internal static class FormatSamples
{
    public static TheoryData<string, string, string, string, string> All =>
        new()
        {
            {
                "binance-klines",
                "BTCUSDT-1m-2025-10-10.csv",
                """
                    open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
                    1760131200000,102000.5,102500,101516.5,102400,8051.25,1760131259999,820000000,90000,3000,300000000,0
                    1760131260000,102400,103000,102300,102900,4000,1760131319999,410000000,50000,2500,250000000,0
                    """,
                "SELECT venue, instrument, kind, time, low, volume, trade_count FROM bars ORDER BY time",
                """
                    binance | BTCUSDT | bars-1m | 2025-10-10 21:20:00 | 101516.5 | 8051.25 | 90000
                    binance | BTCUSDT | bars-1m | 2025-10-10 21:21:00 | 102300 | 4000 | 50000
                    """
            },
            {
                "binance-klines",
                "ETHUSDT-1h-2025-10-10.csv",
                """
                    1760130000000000,4000.1,4010,3500,3700,100,1760133599999999,380000,1000,50,190000,0
                    1760133600000000,3700,3800,3690,3750,90,1760137199999999,340000,900,45,170000,0
                    """,
                "SELECT venue, instrument, kind, time, open FROM bars ORDER BY time",
                """
                    binance | ETHUSDT | bars-1h | 2025-10-10 21:00:00 | 4000.1
                    binance | ETHUSDT | bars-1h | 2025-10-10 22:00:00 | 3700
                    """
            },
            {
                "binance-klines",
                "BTCUSDT-5m-2025-10-10.csv",
                """
                    open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
                    1760131200000,108000.5,109000,101878,108678,0,1760131499999,0,300,0,0,0
                    1760131500000,108678,109300,105631,109261,0,1760131799999,0,300,0,0,0
                    """,
                "SELECT kind, time, low FROM mark_bars ORDER BY time",
                """
                    mark_bars-5m | 2025-10-10 21:20:00 | 101878
                    mark_bars-5m | 2025-10-10 21:25:00 | 105631
                    """
            },
            {
                "binance-trades",
                "BTCUSDT-trades-2025-10-10.csv",
                """
                    id,price,qty,quote_qty,time,is_buyer_maker
                    5266583935,102000.10,0.006,612.0,1760131200001,false
                    5266583936,102000.00,1.25,127500,1760131200002,true
                    """,
                "SELECT id, side, price, quantity FROM trades ORDER BY id",
                """
                    5266583935 | buy | 102000.1 | 0.006
                    5266583936 | sell | 102000 | 1.25
                    """
            },
            {
                "binance-trades",
                "BTCUSDT-trades-2025-10-10.csv",
                """
                    1000,102000.10,0.006,612.0,1760131200001123,False,True
                    1001,102000.00,1.25,127500,1760131200002456,True,True
                    """,
                "SELECT id, side, time FROM trades ORDER BY id",
                """
                    1000 | buy | 2025-10-10 21:20:00.001123
                    1001 | sell | 2025-10-10 21:20:00.002456
                    """
            },
            {
                "binance-aggtrades",
                "BTCUSDT-aggTrades-2025-10-10.csv",
                """
                    26129,102000.01,0.5,27781,27790,1760131200001,true
                    26130,102000.02,0.7,27791,27791,1760131200009,false
                    """,
                "SELECT id, side, price, quantity FROM trades ORDER BY id",
                """
                    26129 | sell | 102000.01 | 0.5
                    26130 | buy | 102000.02 | 0.7
                    """
            },
            {
                "binance-bookdepth",
                "BTCUSDT-bookDepth-2025-10-10.csv",
                """
                    timestamp,percentage,depth,notional
                    2025-10-10 21:20:07,-1,4.5,459000.5
                    2025-10-10 21:20:07,1,9.25,945000
                    """,
                "SELECT time, band_percent, quantity, notional FROM depth_bands ORDER BY band_percent",
                """
                    2025-10-10 21:20:07 | -1 | 4.5 | 459000.5
                    2025-10-10 21:20:07 | 1 | 9.25 | 945000
                    """
            },
            {
                "binance-metrics",
                "BTCUSDT-metrics-2025-10-10.csv",
                """
                    create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio
                    2025-10-10 21:20:00,BTCUSDT,80000.5,8160051000,1.5,1.6,1.7,
                    """,
                "SELECT instrument, open_interest, accounts_long_short_ratio, taker_buy_sell_ratio FROM open_interest",
                "BTCUSDT | 80000.5 | 1.7 | -"
            },
            {
                "binance-liquidations",
                "BTCUSD_PERP-liquidationSnapshot-2024-03-01.csv",
                """
                    time,side,order_type,time_in_force,original_quantity,price,average_price,order_status,last_fill_quantity,accumulated_fill_quantity
                    1709253000123,SELL,LIMIT,IOC,120,61000.5,61010.1,FILLED,20,120
                    """,
                "SELECT instrument, side, price, quantity, average_price, filled_quantity, status FROM liquidations",
                "BTCUSD_PERP | sell | 61000.5 | 120 | 61010.1 | 120 | FILLED"
            },
            {
                "tardis-trades",
                "gemini_trades.csv",
                """
                    exchange,symbol,timestamp,local_timestamp,id,side,price,amount
                    gemini,BTCUSD,1760131200000123,1760131200100000,1713679388902077,sell,107000.5,0.25
                    gemini,ETHUSD,1760131200000999,1760131200100001,,unknown,3681,2
                    """,
                "SELECT venue, instrument, time, id, side, price FROM trades ORDER BY time",
                """
                    gemini | BTCUSD | 2025-10-10 21:20:00.000123 | 1713679388902077 | sell | 107000.5
                    gemini | ETHUSD | 2025-10-10 21:20:00.000999 | - | - | 3681
                    """
            },
            {
                "tardis-liquidations",
                "bybit_liquidations_2025-10-10.csv",
                """
                    exchange,symbol,timestamp,local_timestamp,id,side,price,amount
                    bybit,BTCUSDT,1760131200000123,1760131200100000,,sell,103000,1.5
                    """,
                "SELECT venue, side, quantity FROM liquidations",
                "bybit | sell | 1.5"
            },
            {
                "tardis-book-snapshots",
                "binance-futures_book_snapshot_5.csv",
                """
                    exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price,bids[0].amount,asks[1].price,asks[1].amount,bids[1].price,bids[1].amount
                    binance-futures,BTCUSDT,1760131200000123,1760131200100000,102000.1,2,102000,3,102000.2,4,,
                    """,
                "SELECT level, bid_price, bid_quantity, ask_price, ask_quantity FROM book_levels ORDER BY level",
                """
                    0 | 102000 | 3 | 102000.1 | 2
                    1 | - | - | 102000.2 | 4
                    """
            },
            {
                "tardis-derivative-ticker",
                "bitmex_derivative_ticker.csv",
                """
                    exchange,symbol,timestamp,local_timestamp,funding_timestamp,funding_rate,predicted_funding_rate,open_interest,last_price,index_price,mark_price
                    bitmex,XBTUSD,1760131200000123,1760131200100000,1760140800000000,0.0001,-0.0002,500000000,102000,102500,102250.5
                    """,
                "SELECT instrument, funding_rate, predicted_funding_rate, open_interest, mark_price FROM tickers",
                "XBTUSD | 0.0001 | -0.0002 | 500000000 | 102250.5"
            },
            {
                "bitstamp-minutes",
                "bitstamp_BTCUSD_minute.csv",
                """
                    Timestamp,Open,High,Low,Close,Volume
                    1760131200.0,103000,103500,102000,103200,12.5
                    1760131260.0,103200,103300,103000,103100,9
                    """,
                "SELECT venue, instrument, kind, time, close FROM bars ORDER BY time",
                """
                    bitstamp | BTCUSD | bars-1m | 2025-10-10 21:20:00 | 103200
                    bitstamp | BTCUSD | bars-1m | 2025-10-10 21:21:00 | 103100
                    """
            },
            {
                "coinbase-minutes",
                "coinbase_BTC-USD_minute.csv",
                """
                    time,low,high,open,close,volume
                    1760131200,102000,103500,103000,103200,12.5
                    1760131260,103000,103300,103200,103100,9
                    """,
                "SELECT venue, instrument, open, high, low, close FROM bars ORDER BY time",
                """
                    coinbase | BTC-USD | 103000 | 103500 | 102000 | 103200
                    coinbase | BTC-USD | 103200 | 103300 | 103000 | 103100
                    """
            },
            {
                "freqtrade-candles",
                "BTC_USDT_USDT-5m-futures.json",
                "[[1760131200000,108000.5,109000.0,101878.0,108678.0,5300.25],[1760131500000,108678.0,109300.0,105631.0,109261.0,4100]]",
                "SELECT instrument, kind, low, volume FROM bars ORDER BY time",
                """
                    BTCUSDT | bars-5m | 101878 | 5300.25
                    BTCUSDT | bars-5m | 105631 | 4100
                    """
            },
            {
                "freqtrade-funding",
                "BTC_USDT_USDT-8h-funding_rate.json",
                "[[1760112000000,0.00004213,0.0,0.0,0.0,0.0],[1760140800002,-0.0000531,0.0,0.0,0.0,0.0]]",
                "SELECT instrument, rate FROM funding ORDER BY time",
                """
                    BTCUSDT | 4.213E-05
                    BTCUSDT | -5.31E-05
                    """
            },
            {
                "hyperliquid-fills",
                "node_fills",
                """
                    ["0xaa01",{"coin":"BTC","px":"105000.0","sz":"0.5","side":"B","time":1760131200123,"startPosition":"-1.0","dir":"Close Short","closedPnl":"25.5","hash":"0x1","oid":7,"crossed":true,"fee":"0.1","tid":118906512037719,"liquidation":{"liquidatedUser":"0xbb02","markPx":"105000.0","method":"market"}}]
                    ["0xbb02",{"coin":"@107","px":"40.25","sz":"3","side":"A","time":1760131200124,"startPosition":"3","dir":"Sell","closedPnl":"0.0","hash":"0x2","oid":8,"crossed":false,"fee":"0.0","tid":118906512037720}]
                    """,
                "SELECT instrument, account, id, side, price, quantity, start_position, direction, closed_pnl, liquidated_account FROM fills ORDER BY time",
                """
                    BTC | 0xaa01 | 118906512037719 | buy | 105000 | 0.5 | -1 | Close Short | 25.5 | 0xbb02
                    @107 | 0xbb02 | 118906512037720 | sell | 40.25 | 3 | 3 | Sell | 0 | -
                    """
            },
            {
                "hyperliquid-fills-by-block",
                "node_fills_by_block",
                """
                    {"local_time":"2025-10-10T21:20:00.5","block_time":"2025-10-10T21:20:00.1","block_number":1,"events":[["0xaa01",{"coin":"ETH","px":"3500","sz":"1","side":"B","time":1760131200123,"tid":1}],["0xbb02",{"coin":"ETH","px":"3500","sz":"1","side":"A","time":1760131200123,"tid":1}]]}
                    {"local_time":"2025-10-10T21:20:01.5","block_time":"2025-10-10T21:20:01.1","block_number":2,"events":[]}
                    """,
                "SELECT account, side, price FROM fills ORDER BY account",
                """
                    0xaa01 | buy | 3500
                    0xbb02 | sell | 3500
                    """
            },
            {
                "hyperliquid-accounts",
                "positions_2025-10-10.csv",
                """
                    user_address,asset,side,position_size,entry_price,mark_price,unrealized_pnl,leverage_ratio,was_liquidated,was_adl
                    0xaa01,BTC,SHORT,1.5,116332.0,108340.0,11988,2.5,False,True
                    """,
                "SELECT time, instrument, account, side, quantity, leverage, was_deleveraged FROM positions",
                "2025-10-10 00:00:00 | BTC | 0xaa01 | sell | 1.5 | 2.5 | True"
            },
            {
                "fear-and-greed",
                "fng.csv",
                """
                    date,value,value_classification
                    2025-11-15T00:00:00Z,10,Extreme Fear
                    2025-11-14T00:00:00Z,16,Extreme Fear
                    """,
                "SELECT venue, time, value, label FROM readings ORDER BY time",
                """
                    alternative.me | 2025-11-14 00:00:00 | 16 | Extreme Fear
                    alternative.me | 2025-11-15 00:00:00 | 10 | Extreme Fear
                    """
            },
            {
                "fear-and-greed-json",
                "fng.json",
                """{"name":"Fear and Greed Index","data":[{"value":"10","value_classification":"Extreme Fear","timestamp":"1763164800","time_until_update":"100"},{"value":"16","value_classification":"Extreme Fear","timestamp":"1763078400"}],"metadata":{"error":null}}""",
                "SELECT time, value FROM readings ORDER BY time",
                """
                    2025-11-14 00:00:00 | 16
                    2025-11-15 00:00:00 | 10
                    """
            },
            {
                "farside-flows",
                "farside.csv",
                """
                    Date,IBIT,GBTC,Total
                    11 Jan 2024,111.7,(95.1),16.6
                    12 Jan 2024,"1,386.0",-484.1,901.9
                    """,
                "SELECT day, fund, flow_usd FROM fund_flows ORDER BY day, fund",
                """
                    2024-01-11 | GBTC | -95100000
                    2024-01-11 | IBIT | 111700000
                    2024-01-11 | Total | 16600000
                    2024-01-12 | GBTC | -484100000
                    2024-01-12 | IBIT | 1386000000
                    2024-01-12 | Total | 901900000
                    """
            },
            {
                "defillama-liquidations",
                "eth-2025-10-10.json",
                """{"symbol":"ETH","currentPrice":3700,"positions":[{"owner":"0xaa01","liqPrice":3100.5,"collateral":"ethereum:0x0","collateralAmount":"12.5","displayName":"x"},{"owner":"0xbb02","liqPrice":2900,"collateralAmount":3}],"time":1760131200}""",
                "SELECT instrument, account, liquidation_price, collateral_quantity FROM loans ORDER BY account",
                """
                    ETH | 0xaa01 | 3100.5 | 12.5
                    ETH | 0xbb02 | 2900 | 3
                    """
            },
        };
}
