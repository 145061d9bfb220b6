import { Button as ButtonPrimitive } from '@base-ui/react/button'
import { cva, type VariantProps } from 'class-variance-authority'
import { cn } from '@/lib/utils'

const buttonVariants = cva('inline-flex items-center justify-center gap-2 rounded-md text-sm', {
  variants: {
    variant: { default: 'bg-primary text-primary-foreground', destructive: 'bg-destructive', outline: 'border', secondary: 'bg-secondary', ghost: 'hover:bg-accent', link: 'underline' },
    size: { default: 'h-9 px-4', sm: 'h-8 px-3', lg: 'h-10 px-6', icon: 'size-9', 'icon-sm': 'size-8' },
  },
  defaultVariants: { variant: 'default', size: 'default' },
})

function Button({ className, variant, size, ...props }: ButtonPrimitive.Props & VariantProps<typeof buttonVariants>) {
  return <ButtonPrimitive data-slot="button" className={cn(buttonVariants({ variant, size }), className)} {...props} />
}

export { Button, buttonVariants }
