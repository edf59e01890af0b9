import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import clientFile from '/work/main/scripts/demo/client.json' with { type: 'json' }
import f from '/work/main/scripts/demo/follow-through.json' with { type: 'json' }
import { enterFollowed } from '/work/main/scripts/demo/enter-followed.ts'
import { readClient } from '/work/main/scripts/demo/read-client.ts'
const dir='/tmp/story/data'; rmSync(dir,{recursive:true,force:true}); mkdirSync(dir,{mode:0o700})
const t=Date.now()
const a=await enterFollowed(dir,{client:readClient(clientFile),followThrough:f,consultant:{name:'Noor van Aalst',email:'noor@plumbline.example',password:'hkqp-ztrw-92ab-xyzz'},today:new Date().toISOString().slice(0,10)})
writeFileSync(dir+'/access.json',JSON.stringify(a)); console.log(a, Date.now()-t)
