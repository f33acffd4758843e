import './styles/base.css';
import { mount } from 'svelte';
import { embeddedSource, type EmbeddedRun } from './data/source';
import Report from './Report.svelte';

const target = document.getElementById('app');
const data = document.getElementById('data')?.textContent;
if (target && data) {
  const run = embeddedSource(JSON.parse(data) as EmbeddedRun);
  document.title = `${run.id}: Breakwater report`;
  mount(Report, { target, props: { run } });
}
