// Where the site begins.
import '@fontsource-variable/archivo'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { display } from './lib/display.svelte'
import { navigation } from './lib/navigation.svelte'
import { session } from './lib/session.svelte'

navigation.start()
void session.start()
addEventListener('online', () => void session.recover())
await display.start()
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined) // without it the site needs a network, no more
const target = document.getElementById('app') as HTMLElement
target.replaceChildren() // what index.html showed meanwhile
mount(App, { target })
