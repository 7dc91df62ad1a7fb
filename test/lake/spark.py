"""The lake's views in Spark, against the core's own answers (see spark.ts). Spark runs standalone: a master and workers of its own."""
import glob
import json
import os
import subprocess
import sys
import time
from urllib.parse import unquote

import pyspark
from pyspark.sql import SparkSession

what = json.load(open(sys.argv[1], encoding='utf-8'))
home = os.path.dirname(pyspark.__file__)
os.environ['SPARK_HOME'] = home
os.environ.setdefault('SPARK_LOCAL_IP', '127.0.0.1')
os.environ['PYSPARK_PYTHON'] = sys.executable
# What it keeps meanwhile goes when the folder goes.
passing = os.path.join(os.path.dirname(sys.argv[1]), 'passing')
os.makedirs(passing)
os.environ['SPARK_LOCAL_DIRS'] = passing
COLUMNS = (
    'plan, period, of, code, form_row, form_column, level, numerator, denominator, value, expected, reported, status, units_met, units_judged, '
    'units_not_met, cumulative_numerator, cumulative_denominator, cumulative_value, previous_numerator, previous_denominator, previous_value'
)


def start(name, *args):
    """A process of Spark's own."""
    command = [os.path.join(home, 'bin', 'spark-class'), 'org.apache.spark.deploy.' + name, *args]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def delta_files(lake, table):
    """The files a Delta log names: those that were added and not removed again."""
    alive = set()
    for log in sorted(glob.glob(f'{lake}/{table}/_delta_log/*.json')):
        for line in open(log, encoding='utf-8'):
            action = json.loads(line)
            if 'add' in action:
                alive.add(unquote(action['add']['path']))
            if 'remove' in action:
                alive.discard(unquote(action['remove']['path']))
    return [f'{lake}/{table}/{path}' for path in sorted(alive)]


def cpu(processes):
    """CPU seconds that processes and what they have started have taken so far."""
    ticks = os.sysconf('SC_CLK_TCK')
    parents = {}
    taken = {}
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            fields = open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()
        except OSError:
            continue
        parents[int(pid)] = int(fields[1])
        taken[int(pid)] = sum(map(int, fields[11:15])) / ticks
    wanted = {os.getpid(), *(one.pid for one in processes)}
    grew = True
    while grew:
        more = {pid for pid, parent in parents.items() if parent in wanted} - wanted
        wanted |= more
        grew = bool(more)
    return sum(taken.get(pid, 0) for pid in wanted)


def rows_of(spark, case):
    for table in what['tables']:
        files = delta_files(what['lake'], table) if case['name'].endswith('as a lake') else []
        reader = spark.read
        if files:
            reader = reader.option('basePath', f"{what['lake']}/{table}")
        (reader.parquet(*files) if files else reader.parquet(case['tables'][table])).createOrReplaceTempView(table)
    # A view is put into every one that stands on it, and planning all of that takes Spark longer than doing it: each is worked out once.
    for name, select in what['views']:
        spark.sql(select).localCheckpoint().createOrReplaceTempView(name)
    again = spark.sql(f'SELECT {COLUMNS} FROM consolidated_again')
    core = spark.sql(f'SELECT {COLUMNS} FROM consolidated')
    missing = core.exceptAll(again).collect()
    more = again.exceptAll(core).collect()
    count = core.count()
    return count, missing, more


bad = 0
for workers in (1, 2):
    processes = [start('master.Master', '--host', '127.0.0.1', '--port', '17077', '--webui-port', '18080')]
    time.sleep(5)
    for _ in range(workers):
        processes.append(
            start('worker.Worker', '--cores', '1', '--memory', '2g', '--webui-port', '0', '--work-dir', passing, 'spark://127.0.0.1:17077')
        )
    try:
        spark = (
            SparkSession.builder.master('spark://127.0.0.1:17077')
            .appName('tonghop')
            .config('spark.executor.memory', '1500m')
            .config('spark.executor.cores', '1')
            .config('spark.sql.shuffle.partitions', '2')
            .config('spark.sql.autoBroadcastJoinThreshold', '-1')
            .config('spark.sql.sources.partitionColumnTypeInference.enabled', 'false')
            .config('spark.ui.enabled', 'false')
            .config('spark.ui.showConsoleProgress', 'false')
            .getOrCreate()
        )
        spark.sparkContext.setLogLevel('ERROR')
        for case in what['cases']:
            began, before = time.time(), cpu(processes)
            count, missing, more = rows_of(spark, case)
            print(
                f"Spark {pyspark.__version__}, {workers} worker(s), {case['name']}: {count} rows, {len(missing)} only the core's, "
                f"{len(more)} only Spark's; {time.time() - began:.0f} s, {cpu(processes) - before:.0f} CPU s",
                flush=True,
            )
            for row in [*missing[:3], *more[:3]]:
                print(' ', row.asDict())
            bad += len(missing) + len(more)
        spark.stop()
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
    time.sleep(3)
sys.exit(1 if bad else 0)
